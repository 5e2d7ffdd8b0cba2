/** Chinese. */
import { stopwords } from '@orama/stopwords/mandarin'
import { zh as asking } from './questions/zh.ts'
import type { UnspacedLanguageRules } from './rules.ts'

export const zh: UnspacedLanguageRules = {
  asking,
  isUnspaced: true,
  numbers: {
    decimalMarks: ['.'],
    groupMarks: [','],
    magnitudes: {
      百: 100,
      千: 1e3,
      万: 1e4,
      萬: 1e4,
      亿: 1e8,
      億: 1e8,
      兆: 1e12,
    },
  },
  terms: { stem: (word) => word, stopWords: stopwords },
  names: { particles: null, links: null },
  pages: null,
  questions: {
    words: /什么|谁|何时|哪|为什么|怎么|如何|多少|几/,
    number: /多少|几/,
    time: /何时|什么时候|哪年|哪一年/,
    person: /谁/,
    place: /哪里|在哪/,
    choices: /哪个/,
    polar: /吗|是否/,
    within: /[谁哪几何吗]|多少|什么|怎/,
    light:
      '发生 认为 说 表示 解释 描述 知道 相信 获得 得到 给 做 想 需要 意味 重要 原因 类型 作用 影响 好处 问题 回答 例子 总结 新闻 最近 目前 今天 请 人 年 天 时间 数量',
  },
  quantities: {
    words: /[一二三四五六七八九十百千万亿]/,
    atLeast: /至少|超过/,
    atMost: /最多|不到/,
    roughly: /约|近/,
    timeUnits: /年|月|日|天|小时|分钟|岁/,
  },
  sentences: {
    titles: null,
    references: /他|她|它|这|那|该|其/,
    leadIns: /但|然而|此外|后来|同时|因此/,
    connectives: /但|而|然而|此外|同时|不过|因此|另外|例如/,
    addresses: /[我你您咱]/,
    newsroom: /记者|编辑：|责编/,
  },
  statements: {
    modals: '必须 须 务必, 可以 可 能 能够, 应 应该 应当',
    numbers:
      '2 二 两, 3 三, 4 四, 5 五, 6 六, 7 七, 8 八, 9 九, 10 十, 11 十一, 12 十二, 13 十三, 14 十四, 15 十五, 16 十六, 17 十七, 18 十八, 19 十九, 20 二十, 30 三十, 40 四十, 50 五十, 60 六十, 70 七十, 80 八十, 90 九十, 100 一百, 1000 一千',
    negations: '不 没 没有 未 并非 不是 不会 不能 从未 从不 无 非 并不 并未',
    partial: '仅 只 仅仅 只是 一定 都 完全 再',
    denials: '否认 驳斥 反驳',
    claims: '说 表示 称 声称 指责 指控 宣布 认为 证实 报道 指出',
    conditions: '如果 若 是否 可能 将 会 应该 必须 也许 几乎 我 我们 你',
    shades: '禁止 阻止 拒绝 避免 缺乏 两 三 四 五 一些 部分 其他 希望 要求 想 似乎',
    joints: '但 但是 然而 而 虽然 因为',
    opposites:
      '上升 增长 增加 上涨/下降 减少 下跌, 胜利 获胜 赢得/失败 落败 输, 证实 承认/否认, 支持/反对, 允许/禁止, 强/弱',
    months: null,
  },
  messages: {
    requests: /请/,
    opinions: /你好|谢谢|早上好|我(?:觉得|认为|想|希望|喜欢)/,
    chatter: null,
  },
  unspacedSpeech: {
    // 说 and 称 are parts of many words; they report when a comma, colon or quotation follows, 表示 and 认为 always.
    verbs:
      /(?<![据被以用来小传学虽名简俗声自人可])(?:(?:说|称|写道|问道|答道|回应|补充|回答)(?:道)?(?=[，,：:“「])|(?:表示|指出|强调|认为|宣布|透露|警告|声称|宣称|重申|坦言)(?![了着过意出]))/gu,
    pronouns: /(?:^|[，,：:“”。])[他她](?:还|也|又|同时|随后|补充)?$/,
    according:
      /(?:根据|按照|据|用)([^，。；：“”‘’「」、,]{2,24}?)(?:的说法|的话说|报道|介绍|消息|称|说|透露|表示)/u,
    circumstances:
      /(?:今天|昨天|昨日|今日|日前|近日|周[一二三四五六日]|星期[一二三四五六日天]|\d{1,4}[日月年号]|上午|下午|当天|随后|此前|在|对|向|就|于|接受|也|还|则|都|曾|已|再次|再度|明确|同时|甚至|进一步|公开|不断|一再|又)/u,
    continuations: /^[在对向就接日]/,
    roles:
      /^.*(?:总统|主席|总理|部长|外长|防长|财长|发言人|秘书长|首相|国务卿|大使|教授|学家|专家|学者|主任|局长|司长|议员|记者|总裁|行长|董事长|经理|市长|省长|州长|书记|委员(?!会)|院长|校长|分析师|研究员|导演|作家|律师|将军|上将|国王|女王|总书记|首席执行官|创始人|代表)/u,
    bodies:
      /(?:部|委员会|公司|组织|局|社|院|银行|大学|政府|联盟|白宫|克里姆林宫|欧盟|联合国|北约|欧佩克|世卫|报|电视台|法院|议会|国会|集团|协会|中心|基金会|党)$/u,
    surnames:
      /^(?:欧阳|司马|上官|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温耿华洪])/u,
    nobody:
      /^(?:他|她|它|我|你|您|这|那|该|其|此|有|一|各|许多|很多|不少|大多|多数|部分|专家|学者|报告|研究|报道|文章|数据|结果|因此|因而|所以|但是|如果|虽然|通常|一般|可以|可能|没有|不|被|以|并|而|与|和|从|由|通过|为|在|目前|前|后|支持|反对|当|只|另|与此)|(?:报告|研究|调查|文章|数据|结果|声明|法案|理论|消息|情况|政策|内容|作品|书|片)$/u,
    noNames: /[他她它我你您这那该其此谁们些人者家员方士民众]$|[的是有将会应能要可为让使被把与和及]/u,
  },
  schedule: {
    noon: '中午, 正午',
    midnight: '午夜, 零点',
    everyDay: '每天, 每日',
    workingDays: '工作日, 平日, 每个工作日',
    weekend: '周末, 每周末',
    leads: /每个?/,
    and: /和/,
    dates: async () => (await import('chrono-node')).zh.hans.casual,
  },
}
