/** The parts of a page that their authors name as something else than the article. */

type Element = {
  textContent: string | null
  getAttribute: (name: string) => string | null
  remove: () => void
}
type Root = { textContent: string | null; querySelectorAll: (selector: string) => Iterable<Element> }

/** Whole names of classes and ids, as sites commonly give them; trafilatura and Defuddle publish like lists. */
const NAME = new RegExp(
  `^(?:(?:post|entry|article|story|page|site|content|block|widget|section|module|component|c|js|l|o|m)(?:-|_|__|--))*(?:${[
    '(?:user-?)?comments?(?:-?(?:list|area|section|block|form|thread|container|wrapper|count|link))?|comment-?respond|respond|disqus(?:-?thread)?|fb-comments',
    'related(?:-?(?:posts?|articles?|stories|content|links|news|items|topics|reading|box))?|recommend(?:ed|ations?)(?:-?\\w+)?|more-?(?:stories|from|news|on|articles)|read-?(?:next|also)|see-?also-?links|most-?(?:read|popular)|trending|popular-?posts|outbrain|taboola|zergnet',
    'shar(?:e|ing)(?:-?(?:buttons?|bar|links|tools|icons|box|this|list|widget))?|social(?:-?(?:share|sharing|media|links|icons|buttons?|bar|tools|list))?|sharedaddy|addtoany(?:-\\w+)*|addthis(?:-\\w+)*|follow-?us',
    'newsletter(?:-?(?:sign-?up|form|box|promo|subscribe))?|subscri(?:be|ption)(?:-?(?:form|box|promo|cta))?|sign-?up(?:-?(?:form|box))?|paywall-?(?:promo|banner)',
    'cookies?-?(?:banner|notice|consent|bar|law|message|policy)|gdpr(?:-\\w+)?|consent(?:-?banner)?|bread-?crumbs?(?:-\\w+)?|pagination|pager|post-?navigation|nav-?links|navbar|site-?(?:nav|navigation|header|footer|menu)|skip-?links?',
    'author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|bio(?:-?box)?|tags(?:-?(?:links|list))?|tag-?(?:list|links|cloud)|cat-?links|entry-?(?:utility|footer)|print-?only|no-?read',
    'ad(?:vert(?:s|isements?|ising)?|s|-?(?:container|wrapper|slot|unit|box|label|banner))?|sponsor(?:ed)?(?:-?(?:content|post|links|message))?|promo(?:tion)?(?:-?(?:box|block|unit|links))?',
  ].join('|')})$`,
  'i',
)
/** Of the page's text: a part that holds more is the article, whatever it is called. */
const TOO_MUCH = 0.3

/** Takes out the elements below `root` whose class or id says that they are not the article. */
export function removeChrome(root: Root): void {
  const limit = (root.textContent ?? '').length * TOO_MUCH
  for (const element of root.querySelectorAll('[class],[id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.split(/\s+/)
    if (names.some((name) => NAME.test(name)) && (element.textContent ?? '').length < limit) element.remove()
  }
}
