const words = (list: string): readonly string[] => list.trim().split(/\s*\|\s*/)

/** What stands before a name in a byline, in lower case; one line for each language. */
export const bylineOpenings: readonly string[] = [
  ...words(`
    text & photos | text & photo | text and photos | words & photos |
    by | written by | posted by | post author by | post author | author | authors | published by |
    article by | story by | words by | reported by | text by | from | reviewed by | edited by |
    about | view all posts by | all posts by | more from | more by`),
  ...words(`
    von | vom | ein beitrag von | ein artikel von | artikel von | geschrieben von | verfasst von |
    veröffentlicht von | erstellt von | gepostet von | gespeichert von | autor | autorin | autoren |
    text | text & fotos | text & foto | text und fotos | text und foto | text und bilder |
    interview | redaktion | rezept von | kommentar von | kolumne von | eine kolumne von |
    beitrag von | über | zum profil von | zeige alle beiträge von | alle beiträge von |
    alle artikel von | mehr von`),
  ...words(`
    par | auteur | publié par | rédigé par | écrit par | propos recueillis par | un article de`),
  ...words('por | autor | autora | escrito por | publicado por | redacción'),
  ...words('a cura di | autore | scritto da | pubblicato da'),
  ...words('door | auteur | geschreven door'),
  ...words('av | af | skrevet af | skrevet av | publicerad av | text av'),
  ...words('od | autor | napisał | napisała | autorka'),
  ...words('автор | текст | от | автор статьи'),
  ...words('yazan | yazar | haber'),
  ...words('oleh | penulis'),
  ...words('文 | 作者 | 记者 | 記者 | 文／ | 글'),
]

/** Words before a name that begin surnames too: they open a byline when two words follow. */
export const bylineParticles: readonly string[] = words('di | da | de')

/** What follows a name, as written: its rest is no part of it. */
export const bylineEndings: readonly string[] = [
  ...words(`
    Published | published | Posted | posted | Updated | updated | Last updated | on | at | in |
    is a | is an | is the | has | writes | Search for this author | Staff Writer`),
  ...words(`
    Veröffentlicht | veröffentlicht | Aktualisiert | Stand | Datum | am | vor | im Gespräch mit |
    ist | Chefredakteur | Chefredakteurin | Redakteur | Redakteurin | Mitglied der`),
  ...words(`
    Publié | publié | Mis à jour | le | Publicado | publicado | el | Hace | hace | Há | Pubblicato | pubblicato | il |
    Опубликовано`),
  ...words(`
    Opublikowano | Publikováno | Uverejnené | Gepubliceerd | Publicerad | Publiceret | Publisert |
    Julkaistu | Megjelent | Objavljeno | Опубліковано | Публикувано | Δημοσίευση | Yayınlanma |
    Yayımlanma | Diterbitkan | Đăng lúc`),
]

/** Labels, verbs and form fields that sites give the class of an author too; a name is none of them. */
export const notNames: ReadonlySet<string> = new Set([
  ...words(`
    name | your name | ihr name | nom | nombre | nome | name (required) | name (erforderlich)`),
  ...words(`
    posted | published | publiziert | publiziert am | veröffentlicht | veröffentlicht am | updated |
    share | shares | teilen | comments | kommentare`),
  ...words(`
    by | von | par | por | di | author | autor | autorin | auteur | about the author |
    über den autor | zum autor | follow | alle artikel | all posts | foto | photo | bild | photos |
    unknown`),
  ...words(`
    quelle | source | fonte | fuente | datum | date |
    view full profile | afficher mon profil complet | mein profil vollständig anzeigen |
    ver todo mi perfil | visualizza il mio profilo completo`),
  ...words(`
    montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | monday | tuesday |
    wednesday | thursday | friday | saturday | sunday`),
])

/** Headings of notes about the author. */
export const authorNoteOpenings: readonly string[] = words(
  "about the author | über den autor | über die autorin | à propos de l'auteur | sobre el autor | sobre o autor",
)

/** Verbs by which such notes present a name, and what the named person does. */
export const presentingVerbs: readonly string[] = words(
  'is | was | has been | covers | writes | reports | ist | schreibt | est | es | é | è | jest',
)
export const professions: readonly string[] = [
  ...words(`
    writer | reporter | editor | journalist | correspondent | columnist | author | contributor |
    curator | producer | freelance | blogger | professor | fellow | covers | writes`),
  ...words('autor | redakteur | journaliste | periodista | jornalista | giornalista | redattore'),
]
