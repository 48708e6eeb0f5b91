/** How sites in a language say when an article came out (5 October 2023) and changed (7 October 2023). */
export interface DateLines {
  readonly language: string
  /** Each states the publication, and nothing else does. */
  readonly published: readonly string[]
  /** Each states the change. */
  readonly updated: readonly string[]
  /** A short first paragraph about what happened on 2 September 2023. */
  readonly event: string
}

/** Lines written for this test after the manner of the news sites of each language. */
export const dateLines: readonly DateLines[] = [
  {
    language: 'en-GB',
    published: ['Published 5 October 2023', '05/10/2023', 'By Mara Ellison, Thursday 5th Oct 2023'],
    updated: ['Last updated on 7 October 2023 at 10.12', 'Updated: 07/10/2023'],
    event: 'The fair opened on 2 September 2023 in the old harbour.',
  },
  {
    language: 'en-US',
    published: ['Oct. 5, 2023, 6:10 p.m.', 'Posted on 10/05/2023', 'Thursday, October 5th, 2023'],
    updated: ['Updated October 7, 2023 8:12 AM', 'Modified 10/07/2023'],
    event: 'Voters went to the polls on September 2, 2023.',
  },
  {
    language: 'de',
    published: ['Veröffentlicht am 5. Oktober 2023', '05.10.2023, 10:12 Uhr', '05.10.23 | Lokales'],
    updated: ['Aktualisiert: 07.10.2023 um 9:30 Uhr', 'Stand: 7. Oktober 2023'],
    event: 'Am 2. September 2023 wurde die Brücke gesperrt.',
  },
  {
    language: 'fr',
    published: ['Publié le 5 octobre 2023 à 18h04', 'Le 05/10/2023', 'jeudi 5 oct. 2023'],
    updated: ['Mis à jour le 7 octobre 2023 à 9h12', 'Modifié le 07/10/2023'],
    event: 'Le 2 septembre 2023, le pont a été fermé.',
  },
  {
    language: 'es',
    published: ['Publicado el 5 de octubre de 2023', '05/10/2023 - 10:12', '5 oct 2023'],
    updated: [
      'Actualizado a las 10:12 del 7 de octubre de 2023',
      'Última actualización: 07/10/2023',
    ],
    event: 'El 2 de septiembre de 2023 se cerró el puente.',
  },
  {
    language: 'pt-BR',
    published: ['Publicado em 05/10/2023 às 10h12', '5 de outubro de 2023', '05 out 2023'],
    updated: ['Atualizado em 07/10/2023 09h30', 'Última atualização: 7 de outubro de 2023'],
    event: 'A ponte foi fechada em 2 de setembro de 2023.',
  },
  {
    language: 'it',
    published: ['Pubblicato il 5 ottobre 2023', '05 Ottobre 2023 alle 10:12', '5 ott 2023'],
    updated: ['Aggiornato il 7 ottobre 2023 alle 9:30', 'Ultimo aggiornamento: 07/10/2023'],
    event: 'Il ponte è stato chiuso il 2 settembre 2023.',
  },
  {
    language: 'ro',
    published: ['Publicat: 5 octombrie 2023, 10:12', 'Data publicării: 05.10.2023', '5 oct. 2023'],
    updated: ['Actualizat: 7 octombrie 2023', 'Ultima actualizare 07.10.2023'],
    event: 'Podul a fost închis pe 2 septembrie 2023.',
  },
  {
    language: 'nl',
    published: ['Gepubliceerd: 5 oktober 2023', '5 okt. 2023 om 10:12', 'Geplaatst op 05-10-2023'],
    updated: ['Bijgewerkt: 7 oktober 2023', 'Laatste update 07-10-2023'],
    event: 'De brug ging op 2 september 2023 dicht.',
  },
  {
    language: 'sv',
    published: [
      'Publicerad 5 oktober 2023',
      'Torsdag 5 oktober 2023',
      'Publicerad: 2023-10-05 10.12',
    ],
    updated: ['Uppdaterad 7 oktober 2023', 'Senast uppdaterad: 2023-10-07'],
    event: 'Bron stängdes den 2 september 2023.',
  },
  {
    language: 'da',
    published: ['Publiceret 5. oktober 2023', '05. okt. 2023 kl. 10.12', '05/10/2023'],
    updated: ['Opdateret 7. oktober 2023', 'Senest opdateret den 7. okt. 2023'],
    event: 'Broen blev lukket den 2. september 2023.',
  },
  {
    language: 'nb',
    published: ['Publisert: 05.10.2023', 'Publisert 5. oktober 2023 kl. 10:12', '5. okt. 2023'],
    updated: ['Oppdatert: 07.10.2023', 'Sist oppdatert 7. oktober 2023'],
    event: 'Broen ble stengt 2. september 2023 etter et ras.',
  },
  {
    language: 'fi',
    published: ['Julkaistu 5.10.2023 10:12', '5. lokakuuta 2023', 'to 5.10.2023'],
    updated: ['Päivitetty 7.10.2023', 'Muokattu 7. lokakuuta 2023'],
    event: 'Silta suljettiin 2. syyskuuta 2023.',
  },
  {
    language: 'pl',
    published: ['Opublikowano: 5 października 2023', '5.10.2023 10:12', '5 paź 2023'],
    updated: ['Aktualizacja: 7 października 2023', 'Zaktualizowano 07.10.2023'],
    event: 'Most zamknięto 2 września 2023 roku.',
  },
  {
    language: 'cs',
    published: ['Publikováno 5. října 2023', '5. 10. 2023 10:12', 'Vydáno 5. 10. 2023'],
    updated: ['Aktualizováno 7. října 2023', 'Upraveno 7. 10. 2023'],
    event: 'Most byl uzavřen 2. září 2023.',
  },
  {
    language: 'hu',
    published: ['Megjelent: 2023. október 5.', '2023.10.05. 10:12', '2023. okt. 5., csütörtök'],
    updated: ['Frissítve: 2023. október 7.', 'Módosítva: 2023. 10. 07.'],
    event: 'A hidat 2023. szeptember 2-án zárták le.',
  },
  {
    language: 'hr',
    published: ['Objavljeno: 5. listopada 2023.', '05.10.2023. u 10:12', '5. lis 2023.'],
    updated: ['Ažurirano: 7. listopada 2023.', 'Zadnja izmjena 07.10.2023.'],
    event: 'Most je zatvoren 2. rujna 2023.',
  },
  {
    language: 'lt',
    published: ['Paskelbta 2023 m. spalio 5 d.', '2023-10-05 10:12', '2023.10.05'],
    updated: ['Atnaujinta 2023 m. spalio 7 d.', 'Atnaujinta: 2023-10-07'],
    event: 'Tiltas uždarytas 2023 m. rugsėjo 2 d.',
  },
  {
    language: 'lv',
    published: ['Publicēts 2023. gada 5. oktobrī', '05.10.2023 10:12', '2023. gada 5. okt.'],
    updated: ['Atjaunots: 2023. gada 7. oktobrī', 'Atjaunināts 07.10.2023'],
    event: 'Tilts slēgts 2023. gada 2. septembrī.',
  },
  {
    language: 'ru',
    published: ['Опубликовано 5 октября 2023', '10:12, 5 окт. 2023 г.', '05.10.2023 10:12'],
    updated: ['Обновлено: 7 октября 2023 г.', 'Изменено 07.10.2023 в 9:30'],
    event: 'Мост закрыли 2 сентября 2023 года.',
  },
  {
    language: 'uk',
    published: ['Опубліковано 5 жовтня 2023', '5 жовтня 2023, 10:12', '05.10.2023'],
    updated: ['Оновлено 7 жовтня 2023', 'Змінено: 07.10.2023'],
    event: 'Міст закрили 2 вересня 2023 року.',
  },
  {
    language: 'el',
    published: ['Δημοσίευση: 5 Οκτωβρίου 2023', '05 Οκτ 2023, 10:12', 'Δημοσιεύθηκε 05/10/2023'],
    updated: ['Τελευταία ενημέρωση: 7 Οκτωβρίου 2023', 'Ενημερώθηκε 07/10/2023'],
    event: 'Η γέφυρα έκλεισε στις 2 Σεπτεμβρίου 2023.',
  },
  {
    language: 'tr',
    published: ['Yayınlanma: 5 Ekim 2023 10:12', '05.10.2023 - 10:12', '5 Eki 2023'],
    updated: ['Güncelleme: 7 Ekim 2023', 'Son güncellenme: 07.10.2023 09:30'],
    event: 'Köprü 2 Eylül 2023 tarihinde kapatıldı.',
  },
  {
    language: 'ar',
    published: [
      'نُشر في 5 أكتوبر 2023',
      'الخميس ٥ أكتوبر ٢٠٢٣',
      'تاريخ النشر: 05/10/2023',
      '5 تشرين الأول 2023',
      '5 تشرين الأول/أكتوبر 2023',
      'الخميس 20 ربيع الأول 1445 هـ - 5 أكتوبر 2023 م',
    ],
    updated: ['آخر تحديث: 7 أكتوبر 2023', 'تم التحديث ٧ أكتوبر ٢٠٢٣'],
    event: 'أغلق الجسر في 2 سبتمبر 2023 بعد العاصفة.',
  },
  {
    language: 'fa',
    published: [
      'تاریخ انتشار: ۱۳ مهر ۱۴۰۲ - ۱۰:۱۲',
      'پنجشنبه ۱۳ مهر ۱۴۰۲',
      '۱۴۰۲/۰۷/۱۳',
      'منتشر شده در ۵ اکتبر ۲۰۲۳',
    ],
    updated: ['آخرین به‌روزرسانی: ۱۵ مهر ۱۴۰۲', 'بروزرسانی ۱۴۰۲/۰۷/۱۵'],
    event: 'پل در ۱۱ شهریور ۱۴۰۲ بسته شد.',
  },
  {
    language: 'ur',
    published: ['شائع 5 اکتوبر 2023', '05 اکتوبر ، 2023', 'تاریخ اشاعت 5 اکتوبر 2023'],
    updated: ['اپ ڈیٹ 7 اکتوبر 2023', 'آخری اپ ڈیٹ: 7 اکتوبر 2023'],
    event: 'پل 2 ستمبر 2023 کو بند کیا گیا۔',
  },
  {
    language: 'he',
    published: ['פורסם: 5 באוקטובר 2023', '5.10.2023, 10:12', '05/10/2023'],
    updated: ['עודכן: 7 באוקטובר 2023', 'עדכון אחרון 07/10/2023'],
    event: 'הגשר נסגר ב-2 בספטמבר 2023.',
  },
  {
    language: 'hi',
    published: [
      'प्रकाशित: 5 अक्टूबर 2023',
      '०५ अक्टूबर २०२३, गुरुवार',
      'Published: 05 Oct 2023 10:12 AM (IST)',
    ],
    updated: ['अपडेटेड: 7 अक्टूबर 2023', 'अंतिम अपडेट 07 अक्टूबर, 2023'],
    event: 'पुल 2 सितंबर 2023 को बंद कर दिया गया।',
  },
  {
    language: 'bn',
    published: ['প্রকাশ: ০৫ অক্টোবর ২০২৩, ১০:১২', 'প্রকাশিত: ৫ অক্টোবর ২০২৩', 'বৃহস্পতিবার, ৫ অক্টোবর ২০২৩'],
    updated: ['আপডেট: ০৭ অক্টোবর ২০২৩', 'সর্বশেষ আপডেট ৭ অক্টোবর ২০২৩'],
    event: 'সেতুটি ২ সেপ্টেম্বর ২০২৩ বন্ধ করা হয়।',
  },
  {
    language: 'ta',
    published: ['வெளியிடப்பட்டது: 5 அக்டோபர் 2023', 'பதிவு : அக்டோபர் 5, 2023', '05 அக். 2023'],
    updated: ['புதுப்பிக்கப்பட்டது: 7 அக்டோபர் 2023', 'மாற்றம் : அக்டோபர் 7, 2023'],
    event: 'பாலம் 2 செப்டம்பர் 2023 அன்று மூடப்பட்டது.',
  },
  {
    language: 'th',
    published: [
      'เผยแพร่: 5 ต.ค. 2566 10:12',
      '5 ตุลาคม 2566',
      'วันพฤหัสบดีที่ ๕ ตุลาคม พ.ศ. ๒๕๖๖',
      '05/10/2566',
    ],
    updated: ['ปรับปรุง: 7 ต.ค. 2566', 'อัปเดตล่าสุด 7 ตุลาคม 2566'],
    event: 'สะพานถูกปิดเมื่อวันที่ 2 กันยายน 2566 หลังน้ำท่วม',
  },
  {
    language: 'ja',
    published: [
      '2023年10月5日 10時12分 公開',
      '令和5年10月5日',
      '公開日：2023/10/05',
      '２０２３年１０月５日',
    ],
    updated: ['最終更新：2023年10月7日', '2023年10月7日 9:30 更新'],
    event: '橋は2023年9月2日に閉鎖された。',
  },
  {
    language: 'zh',
    published: [
      '2023年10月5日 10:12',
      '发布时间：2023-10-05 10:12',
      '民國112年10月5日',
      '2023-10-05 10:12 来源：港口日报',
    ],
    updated: ['更新时间：2023年10月7日', '2023年10月7日 更新'],
    event: '大桥于2023年9月2日关闭。',
  },
  {
    language: 'ko',
    published: ['입력 2023.10.05. 오전 10:12', '2023년 10월 5일', '등록 2023-10-05 10:12'],
    updated: ['수정 2023.10.07. 오전 9:30', '업데이트 2023년 10월 7일'],
    event: '다리는 2023년 9월 2일 폐쇄됐다.',
  },
  {
    language: 'vi',
    published: ['Đăng ngày 05/10/2023', '5 tháng 10, 2023', 'Thứ năm, ngày 5 tháng 10 năm 2023'],
    updated: ['Cập nhật lúc 09:30 ngày 07/10/2023', 'Cập nhật: 7 tháng 10, 2023'],
    event: 'Cầu bị đóng ngày 2 tháng 9 năm 2023.',
  },
  {
    language: 'id',
    published: [
      'Diterbitkan 5 Oktober 2023',
      'Kamis, 05 Okt 2023 10:12 WIB',
      '05/10/2023, 10:12 WIB',
    ],
    updated: ['Diperbarui 7 Oktober 2023', 'Terakhir diperbarui: 07/10/2023'],
    event: 'Jembatan ditutup pada 2 September 2023.',
  },
  {
    language: 'sw',
    published: ['Imechapishwa: 5 Oktoba 2023', 'Alhamisi, Oktoba 5, 2023', '5 Okt 2023'],
    updated: ['Imesasishwa: 7 Oktoba 2023', 'Imeboreshwa 7 Okt 2023'],
    event: 'Daraja lilifungwa tarehe 2 Septemba 2023.',
  },
]
