import type { Phrases } from './types.ts'

/** Site furniture in French. */
export const french: Phrases = {
  home: 'Accueil',
  menu: ['Monde', 'Politique', 'Économie', 'Sport', 'Culture', 'Sciences', 'Débats'],
  by: 'Par',
  published: 'Publié le',
  search: 'Rechercher',
  share: [
    'Partager sur Facebook',
    'Publier sur X',
    'Envoyer par WhatsApp',
    'Envoyer par mail',
    'Copier le lien',
  ],
  related: 'À lire aussi',
  mostRead: 'Les plus lus',
  teasers: [
    'Dix balades au bord de l’eau pour un dimanche',
    'Le retour discret des ateliers de réparation',
    'Quiz : avez-vous suivi l’actualité de la semaine ?',
    'Les secrets d’un pain au levain réussi',
    'Mots croisés : la grille du jour et sa solution',
  ],
  newsletter: {
    title: 'La lettre du matin',
    text: 'Cinq sujets pour commencer la journée, chaque matin à six heures dans votre boîte aux lettres électronique.',
    button: 'S’inscrire',
  },
  subscribe: {
    title: 'Article réservé aux abonnés',
    text: 'La suite de cet article est réservée à nos abonnés. Profitez de l’offre d’essai à 1 € le premier mois, sans engagement.',
    button: 'Voir les offres',
    signIn: 'Déjà abonné ? Connectez-vous',
  },
  cookies: {
    title: 'Le respect de votre vie privée est notre priorité',
    text: 'Nos 176 partenaires et nous-mêmes stockons des informations sur votre appareil, comme des cookies, afin d’afficher des publicités et des contenus personnalisés et d’en mesurer la performance. Vous pouvez modifier vos choix à tout moment.',
    accept: 'Tout accepter',
    reject: 'Paramétrer',
  },
  advertisement: 'Publicité',
  comments: 'commentaires',
  topics: 'Sujets',
  promotion: 'Téléchargez notre application et recevez nos alertes en premier',
  correction: 'Une erreur dans cet article ? Écrivez à la rédaction.',
  agencyNote:
    'Cet article a été fourni par l’agence {agency} et n’a pas été modifié par notre rédaction.',
  kicker: 'À l’étranger',
  photo: 'Photo d’archives',
  footer: [
    'Mentions légales',
    'Contact',
    'Vie privée',
    'Conditions générales',
    'Publicité',
    'Recrutement',
  ],
  rights: 'Tous droits réservés.',
  notFound: {
    title: 'Page introuvable',
    text: 'La page demandée a été déplacée ou n’existe plus. Revenez à l’accueil ou utilisez la recherche.',
  },
}
