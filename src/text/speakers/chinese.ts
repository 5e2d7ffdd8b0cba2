/** Who speaks in a Chinese sentence: what stands before the verb, from the last mark on, without role and time. */

/** 说 and 称 are parts of many words; they report when a comma, colon or quotation follows, 表示 and 认为 always. */
const CUE =
  /(?<![据被以用来小传学虽名简俗声自人可])(?:(?:说|称|写道|问道|答道|回应|补充|回答)(?:道)?(?=[，,：:“「])|(?:表示|指出|强调|认为|宣布|透露|警告|声称|宣称|重申|坦言)(?![了着过意出]))/gu
const ACCORDING =
  /(?:根据|按照|据|用)([^，。；：“”‘’「」、,]{2,24}?)(?:的说法|的话说|报道|介绍|消息|称|说|透露|表示)/u
const MARKS = /[，。；：！？“”‘’「」『』、,;:!?（）()\s]/
const MAX_SUBJECT = 40
/** What a name ends before: when, where, to whom. */
const CIRCUMSTANCE =
  /(?:今天|昨天|昨日|今日|日前|近日|周[一二三四五六日]|星期[一二三四五六日天]|\d{1,4}[日月年号]|上午|下午|当天|随后|此前|在|对|向|就|于|接受|也|还|则|都|曾|已|再次|再度|明确|同时|甚至|进一步|公开|不断|一再|又)/u
const ROLE =
  /^.*(?:总统|主席|总理|部长|外长|防长|财长|发言人|秘书长|首相|国务卿|大使|教授|学家|专家|学者|主任|局长|司长|议员|记者|总裁|行长|董事长|经理|市长|省长|州长|书记|委员(?!会)|院长|校长|分析师|研究员|导演|作家|律师|将军|上将|国王|女王|总书记|首席执行官|创始人|代表)/u
const BODY =
  /(?:部|委员会|公司|组织|局|社|院|银行|大学|政府|联盟|白宫|克里姆林宫|欧盟|联合国|北约|欧佩克|世卫|报|电视台|法院|议会|国会|集团|协会|中心|基金会|党)$/u
const SURNAME =
  /^(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温耿华洪])/u
const FOREIGN = /^[\p{Script=Han}]{1,10}(?:[·•・][\p{Script=Han}A-Za-z.]{1,10})+$/u
const LATIN = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*$/u
/** Not who, but what, how many, or nobody in particular. */
const NOBODY =
  /^(?:他|她|它|我|你|您|这|那|该|其|此|有|一|各|许多|很多|不少|大多|多数|部分|专家|学者|报告|研究|报道|文章|数据|结果|因此|因而|所以|但是|如果|虽然|通常|一般|可以|可能|没有|不|被|以|并|而|与|和|从|由|通过|为|在|目前|前|后|支持|反对|当|只|另|与此)|(?:报告|研究|调查|文章|数据|结果|声明|法案|理论|消息|情况|政策|内容|作品|书|片)$/u
/** No name ends like this, or holds one of these. */
const NO_NAME = /[他她它我你您这那该其此谁们些人者家员方士民众]$|[的是有将会应能要可为让使被把与和及]/u

/** The speaker's name as it stands in the sentence, null when it names none. Takes linear time. */
export function chineseSpeaker(sentence: string): string | null {
  for (const { index } of sentence.matchAll(CUE)) {
    let start = index
    while (start > 0 && index - start < MAX_SUBJECT && !MARKS.test(sentence[start - 1] ?? '')) start -= 1
    const name = nameOf(sentence.slice(start, index)) ?? acrossComma(sentence, start)
    if (name) return name
  }
  const source = ACCORDING.exec(sentence)?.[1]
  return source ? nameOf(source) : null
}

/** "王毅在北京说", and "王毅16日在记者会上表示" too when a comma stands before the verb's part. */
function acrossComma(sentence: string, start: number): string | null {
  const own = sentence.slice(start, start + 1)
  if (!/[在对向就接日]/.test(own) || !/[，,]/.test(sentence[start - 1] ?? '')) return null
  let from = start - 1
  while (from > 0 && start - from < MAX_SUBJECT && !MARKS.test(sentence[from - 1] ?? '')) from -= 1
  return nameOf(sentence.slice(from, start - 1))
}

function nameOf(subject: string): string | null {
  const cut = subject.slice(1).search(CIRCUMSTANCE)
  const whole = (cut < 0 ? subject : subject.slice(0, cut + 1)).trim()
  const role = ROLE.exec(whole)?.[0].length ?? 0
  const name = whole.slice(role)
  if (NOBODY.test(name)) return null
  if (FOREIGN.test(name) || LATIN.test(name)) return name
  if (!/^\p{Script=Han}+$/u.test(name)) return null
  if (role === 0 && BODY.test(name) && name.length >= 2 && name.length <= 14) return name
  if (NO_NAME.test(name)) return null
  if (SURNAME.test(name) && name.length >= 2 && name.length <= 4) return name
  // Foreign names in Chinese characters: after a role, or alone before the verb.
  return name.length >= 2 && name.length <= (role > 0 ? 6 : 4) ? name : null
}
