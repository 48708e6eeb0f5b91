import { type Markup, markup } from '../markup.ts'
import { bylineText } from './parts.ts'
import type { ArticlePage, PageLink } from './types.ts'

function menuColumn({ outlet, phrases }: ArticlePage): Markup {
  const rows = phrases.menu.map(
    (label) => markup`<TR><TD BGCOLOR="#EEEEEE">&nbsp;<A HREF="#">${label}</A></TD></TR>\n`,
  )
  return markup`<TD WIDTH="140" VALIGN="TOP" BGCOLOR="#EEEEEE">
<TABLE WIDTH="100%" CELLSPACING="1" CELLPADDING="3">
${rows}<TR><TD><FORM ACTION="/search"><INPUT NAME="q" SIZE="12"><INPUT TYPE="SUBMIT" VALUE="${phrases.search}"></FORM></TD></TR>
<TR><TD ALIGN="CENTER"><FONT SIZE="1" COLOR="${outlet.accent}">${phrases.advertisement}</FONT><BR><IMG SRC="/media/120.svg" WIDTH="120" HEIGHT="240" ALT=""></TD></TR>
</TABLE></TD>`
}

function linkRows(links: readonly PageLink[]): Markup {
  return markup`${links.map((link) => markup`<FONT SIZE="2">&#8226; <A HREF="${link.url}">${link.title}</A></FONT><BR>\n`)}`
}

function articleCell(page: ArticlePage): Markup {
  const { phrases } = page
  const text = page.paragraphs.map((paragraph) => markup`${paragraph}<BR><BR>\n`)
  return markup`<TD VALIGN="TOP"><TABLE WIDTH="100%" CELLPADDING="8"><TR><TD>
<FONT SIZE="5"><B>${page.headline}</B></FONT><BR>
${page.dek !== null && markup`<FONT SIZE="3" COLOR="#666666"><I>${page.dek}</I></FONT><BR>`}
<FONT SIZE="1">${[page.publishedShown, bylineText(page)].filter((part) => part !== null).join(' | ')}</FONT><HR NOSHADE SIZE="1">
<IMG SRC="${page.imageUrl}" WIDTH="220" HEIGHT="140" ALIGN="RIGHT" HSPACE="8" ALT="${phrases.photo}">
<FONT SIZE="3">
${text}</FONT>
${page.agencyNote !== null && markup`<FONT SIZE="1"><I>${page.agencyNote}</I></FONT><BR>`}
<HR NOSHADE SIZE="1"><FONT SIZE="1">${phrases.share.map((label) => markup`<A HREF="#">${label}</A> | `)}</FONT>
<P><FONT SIZE="2"><B>${phrases.related}</B></FONT><BR>
${linkRows(page.related)}</TD></TR></TABLE></TD>`
}

function rightColumn({ phrases, mostRead }: ArticlePage): Markup {
  return markup`<TD WIDTH="180" VALIGN="TOP"><TABLE WIDTH="100%" BORDER="1" CELLPADDING="4" BORDERCOLOR="#CCCCCC">
<TR><TD BGCOLOR="#DDDDDD"><B><FONT SIZE="2">${phrases.mostRead}</FONT></B></TD></TR><TR><TD>${linkRows(mostRead)}</TD></TR>
<TR><TD><FONT SIZE="2"><B>${phrases.newsletter.title}</B><BR>${phrases.newsletter.text}</FONT></TD></TR></TABLE></TD>`
}

/** A layout of nested tables and font tags from about 2002, with nothing for machines. */
export function renderTables(page: ArticlePage): Markup {
  const { outlet, phrases } = page
  return markup`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${outlet.page.charset}">
<TITLE>${page.headline}${outlet.titleSuffix}</TITLE>
<LINK REL="alternate" TYPE="application/rss+xml" HREF="${page.feedUrl}"></HEAD>
<BODY BGCOLOR="#FFFFFF" LINK="${outlet.accent}" TOPMARGIN="0">
<TABLE WIDTH="960" ALIGN="CENTER" CELLSPACING="0"><TR><TD COLSPAN="3" BGCOLOR="${outlet.accent}" HEIGHT="60">
&nbsp;<FONT SIZE="6" COLOR="#FFFFFF" FACE="Times"><B>${outlet.name}</B></FONT></TD></TR>
<TR>
${menuColumn(page)}
${articleCell(page)}
${rightColumn(page)}
</TR>
<TR><TD COLSPAN="3" ALIGN="CENTER"><HR><FONT SIZE="1">${phrases.footer.map((label) => markup`<A HREF="#">${label}</A> - `)}
<BR>&copy; ${outlet.name}, ${outlet.town}. ${phrases.rights}</FONT></TD></TR>
</TABLE></BODY></HTML>`
}
