import type { Phrases } from './types.ts'

/** Site furniture in Portuguese. */
export const portuguese: Phrases = {
  home: 'Início',
  menu: ['Mundo', 'Política', 'Economia', 'Esportes', 'Cultura', 'Ciência', 'Opinião'],
  by: 'Por',
  published: 'Publicado em',
  search: 'Buscar',
  share: [
    'Compartilhar no Facebook',
    'Postar no X',
    'Enviar por WhatsApp',
    'Enviar por e-mail',
    'Copiar link',
  ],
  related: 'Leia também',
  mostRead: 'Mais lidas',
  teasers: [
    'Dez caminhadas à beira-mar para antes do almoço',
    'A volta discreta das oficinas de bairro',
    'Teste: você acompanhou as notícias da semana?',
    'O segredo de um bom pão de fermentação natural',
    'Palavras cruzadas: o jogo de hoje e a solução de ontem',
  ],
  newsletter: {
    title: 'A carta da manhã',
    text: 'Cinco histórias para começar o dia, de segunda a sábado às seis da manhã no seu e-mail.',
    button: 'Inscreva-se',
  },
  subscribe: {
    title: 'Conteúdo exclusivo para assinantes',
    text: 'Para continuar a leitura é preciso ser assinante. Experimente o primeiro mês por R$ 1 e cancele quando quiser.',
    button: 'Ver ofertas',
    signIn: 'Já é assinante? Entre aqui',
  },
  cookies: {
    title: 'A sua privacidade é importante',
    text: 'Nós e os nossos 151 parceiros armazenamos informações no seu dispositivo, como cookies, para exibir anúncios e conteúdos personalizados e medir o seu desempenho. Você pode mudar a sua escolha a qualquer momento.',
    accept: 'Aceitar tudo',
    reject: 'Configurar',
  },
  advertisement: 'Publicidade',
  comments: 'comentários',
  topics: 'Assuntos',
  promotion: 'Baixe o nosso aplicativo e receba antes as notícias de última hora',
  correction: 'Encontrou um erro? Escreva para a redação.',
  agencyNote:
    'Esta reportagem foi fornecida pela agência {agency} e não foi editada pela nossa redação.',
  kicker: 'Mundo',
  photo: 'Foto de arquivo',
  footer: [
    'Expediente',
    'Fale conosco',
    'Privacidade',
    'Termos de uso',
    'Anuncie',
    'Trabalhe conosco',
  ],
  rights: 'Todos os direitos reservados.',
  notFound: {
    title: 'Página não encontrada',
    text: 'A página procurada mudou de endereço ou não existe mais. Tente a página inicial ou a busca.',
  },
}
