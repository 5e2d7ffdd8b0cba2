/** Small numbers as words, of the languages in which questions are asked. */
export const smallNumbers: Record<string, number> = {}
for (const [at, words] of [
  'one a einem einer un una une одном одно 一',
  'two zwei dos deux двух два 两 二',
  'three drei tres trois трёх трех три 三',
  'four vier cuatro quatre четырёх четыре 四',
  'five fünf cinco cinq пяти пять 五',
  'six sechs seis six шести шесть 六',
  'seven sieben siete sept семи семь 七',
  'eight acht ocho huit восьми восемь 八',
  'nine neun nueve neuf девяти девять 九',
  'ten zehn diez dix десяти десять 十',
].entries())
  for (const word of words.split(' ')) smallNumbers[word] = at + 1
