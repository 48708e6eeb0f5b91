/** Starts of query parameter names that only say where a reader came from, in lower case. */
export const trackingPrefixes: readonly string[] = listOf(
  'utm_ utm- mtm_ matomo_ piwik_ pk_ at_ hsa_ itm_ wt_ wt. oly_ vero_ ns_ mc_ guce_ ga_ fb_ ' +
    'fbc_ tw_ sc_ trk_ trc_ ml_ pf_rd_ stm_ adobe_mc dm_i elq bsft_ gad_ hmb_ _hs amp_js_ ' +
    '__twitter_',
)

/** Whole names of query parameters that only say where a reader came from, or name a session; lower case. */
export const trackingNames: ReadonlySet<string> = new Set(
  listOf(
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid yclid ysclid ymclid li_fat_id ' +
      'igshid igsh irclickid rdt_cid epik sccid scid vmcid wickedid zanpid rb_clickid s_cid s_kwcid ' +
      'ef_id mkt_tok mkcid mkevt cmpid cmp ocid ncid icid ito xtor srsltid smid smtyp sr_share ' +
      'ref_src ref_url refsrc referer referrer soc_src soc_trk tsrc guccounter wprov wpsrc spm scm ' +
      'taid tblci _ga _gl _ke _openstat action_object_map action_type_map action_ref_map ' +
      'traffic_source campaign_id campaignid adid adgroupid utm share_id shareid sharetoken ' +
      'share_token unlocked_article_code gift gaa_at gaa_n gaa_ts gaa_sig st_source reflink ' +
      'leadsource assettype echobox recirc recip_id user_id_hash newsletter newsletter_id sh_kit ' +
      'usqp amp _amp amp_gsa isamp googleamp ampcf mibextid fb_news_token jsessionid phpsessid ' +
      'sessionid session_id aspsessionid cfid cftoken dicbo ob_click_id obclid tbclid ceid emci ' +
      'emdi sref syndication rss feed_id algo_pvid hootpostid sprout nocache cachebust',
  ),
)

/**
 * Names that are tracking on most sites and the number of an article on a few: kept when the value is a
 * number of four digits or more.
 */
export const ambiguousNames: ReadonlySet<string> = new Set(
  listOf(
    'ref refer source src from via share shared cid mod sh feature origin campaign partner ' +
      'channel medium output_type print printable mobile sfns fromfeed position platform variant ' +
      'widget share_source amp_page',
  ),
)

/** Names that choose a view of the same page when they have one of these values; all lower case. */
export const viewValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['m', ['0', '1']],
  ['view', ['amp', 'mobile', 'print', 'desktop']],
  ['mode', ['amp', 'mobile', 'print']],
  ['type', ['amp']],
  ['output', ['amp']],
  ['outputtype', ['amp', 'default-article']],
  ['format', ['amp', 'print']],
  ['display', ['amp', 'print']],
])

function listOf(names: string): readonly string[] {
  return names.split(' ')
}
