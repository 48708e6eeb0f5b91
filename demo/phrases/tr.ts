import type { Phrases } from './types.ts'

/** Site furniture in Turkish. */
export const turkish: Phrases = {
  home: 'Ana sayfa',
  menu: ['Dünya', 'Siyaset', 'Ekonomi', 'Spor', 'Kültür', 'Bilim', 'Görüş'],
  by: 'Haber:',
  published: 'Yayın tarihi',
  search: 'Ara',
  share: [
    'Facebook’ta paylaş',
    'X’te paylaş',
    'WhatsApp ile gönder',
    'E-posta ile gönder',
    'Bağlantıyı kopyala',
  ],
  related: 'İlgili haberler',
  mostRead: 'En çok okunanlar',
  teasers: [
    'Öğle yemeğinden önce biten on sahil yürüyüşü',
    'Mahalle tamircileri sessizce geri dönüyor',
    'Test: Haftanın haberlerini ne kadar izlediniz?',
    'Evde ekşi mayalı ekmeğin püf noktaları',
    'Bulmaca: bugünün karesi, dünün çözümü',
  ],
  newsletter: {
    title: 'Sabah bülteni',
    text: 'Güne başlarken beş haber, pazartesiden cumartesiye her sabah altıda e-posta kutunuzda.',
    button: 'Abone ol',
  },
  subscribe: {
    title: 'Bu içerik abonelere özeldir',
    text: 'Okumaya devam etmek için abone olun. İlk ay 1 lira, dilediğiniz zaman iptal edebilirsiniz.',
    button: 'Seçenekleri gör',
    signIn: 'Zaten abone misiniz? Giriş yapın',
  },
  cookies: {
    title: 'Gizliliğinize önem veriyoruz',
    text: 'Biz ve 92 iş ortağımız, kişiselleştirilmiş reklam ve içerik göstermek ve bunların başarımını ölçmek için cihazınızda çerez gibi bilgiler saklıyoruz. Tercihinizi dilediğiniz zaman değiştirebilirsiniz.',
    accept: 'Tümünü kabul et',
    reject: 'Ayarlar',
  },
  advertisement: 'Reklam',
  comments: 'yorum',
  topics: 'Konular',
  promotion: 'Son dakika haberlerini ilk siz öğrenin: uygulamamızı indirin',
  correction: 'Bir hata mı gördünüz? Yazı işlerine yazın.',
  agencyNote: 'Bu haber {agency} ajansı tarafından sağlanmış ve değiştirilmeden yayımlanmıştır.',
  kicker: 'Dünyadan',
  photo: 'Fotoğraf: arşiv',
  footer: ['Künye', 'İletişim', 'Gizlilik', 'Kullanım koşulları', 'Reklam', 'Kariyer'],
  rights: 'Her hakkı saklıdır.',
  notFound: {
    title: 'Sayfa bulunamadı',
    text: 'Aradığınız sayfa taşınmış ya da artık yok. Ana sayfaya dönün veya aramayı deneyin.',
  },
}
