import type { Phrases } from './types.ts'

/** Site furniture in Spanish. */
export const spanish: Phrases = {
  home: 'Portada',
  menu: ['Internacional', 'Política', 'Economía', 'Deportes', 'Cultura', 'Ciencia', 'Opinión'],
  by: 'Por',
  published: 'Publicado',
  search: 'Buscar',
  share: [
    'Compartir en Facebook',
    'Publicar en X',
    'Enviar por WhatsApp',
    'Enviar por correo',
    'Copiar enlace',
  ],
  related: 'Más información',
  mostRead: 'Lo más leído',
  teasers: [
    'Diez rutas por la costa para hacer en una mañana',
    'Vuelven los talleres de barrio que todo lo arreglan',
    'Test: ¿cuánto sabe de la actualidad de la semana?',
    'Los trucos de un buen pan de masa madre',
    'Crucigrama: el tablero de hoy y la solución de ayer',
  ],
  newsletter: {
    title: 'El boletín de la mañana',
    text: 'Cinco historias para empezar el día, de lunes a sábado a las seis en su correo.',
    button: 'Suscribirse',
  },
  subscribe: {
    title: 'Contenido exclusivo para suscriptores',
    text: 'Para seguir leyendo este artículo necesita una suscripción. Pruebe el primer mes por 1 euro y cancele cuando quiera.',
    button: 'Ver ofertas',
    signIn: '¿Ya está suscrito? Inicie sesión',
  },
  cookies: {
    title: 'Su privacidad nos importa',
    text: 'Nosotros y nuestros 163 socios almacenamos información en su dispositivo, como las cookies, para mostrar publicidad y contenidos personalizados y medir su rendimiento. Puede cambiar su elección en cualquier momento.',
    accept: 'Aceptar todo',
    reject: 'Configurar',
  },
  advertisement: 'Publicidad',
  comments: 'comentarios',
  topics: 'Temas',
  promotion: 'Descargue nuestra aplicación y reciba antes que nadie las noticias de última hora',
  correction: '¿Ha visto un error? Escriba a la redacción.',
  agencyNote:
    'Esta noticia ha sido facilitada por la agencia {agency} y no ha sido editada por nuestra redacción.',
  kicker: 'Mundo',
  photo: 'Foto de archivo',
  footer: ['Aviso legal', 'Contacto', 'Privacidad', 'Condiciones de uso', 'Publicidad', 'Empleo'],
  rights: 'Todos los derechos reservados.',
  notFound: {
    title: 'Página no encontrada',
    text: 'La página que busca ha cambiado de dirección o ya no existe. Pruebe con la portada o con el buscador.',
  },
}
