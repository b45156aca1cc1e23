// What SQLite's tokenizer takes for letters, and how it folds them, read off it code point by code point.
// PostgreSQL and the program follow it, so that all three see the same words; a test compares them for every code point there is.

// Ranges of letters and digits, in base 36: the step from the end of the range before, and how far the range goes on.
const steps = `
1c+9 8+p 7+p 1c+0 8+1 2+0 4+1 2+2 2+m 2+u 2+cp 5+b f+4 8+0 2+0 3m+4 2+7 2+4 3+0 2+31 2+3u 9+5r 7+14 3+3 2+0
1k+16 3+a 6+0 n+1 3+16 m+9 5+1 2+2q 2+0 g+1 8+e 3+0 f+0 2+0 2+t s+2i c+1l a+1 5+r 5+0 a+0 4+0 6+1 g+p 4+1
2+3o s+0 5+1h 4+0 j+0 8+9 5+9 2+f 4+1j 2+0 8+1 3+1 4+8 2+9 3+d 3+5 3+4 4+1j 2+0 6+3 3+1 4+2 2+t 3+2 2+a 4+1j
2+0 9+0 4+0 4+j 3+b 3+e 4+1j 2+0 8+1 3+1 4+7 3+9 3+b 2+g 2+1m 6+2 4+0 5+8 2+q 9+5 4+1l 8+0 4+0 5+6 3+a 3+q
2+1 3+1j 2+0 8+0 4+0 5+6 3+a 3+t 3+1l 8+0 4+0 5+8 2+9 3+k 2+7 3+1x 2+3 7+0 2+0 9+h 4+1n 2+1 8+3 2+6 a+9 3+2c
2+1 7+0 3+a 7+1e w+j d+1c o+4 c+0 11+0 g+0 e+27 l+a 7+5 5+3 4+0 4+1 8+2 5+c d+0 2+9 7+2i 2+gw d+12 b+2t 2+h7
3+g 2+p 3+25 4+z 4+s 6+q 3+t 3+1r 10+0 5+0 2+x g+49 2+39 d+3 d+3 2+2 3+2x i+6 3+j z+m 6+1 3+1g b+0 u+1 2+v
8+0 7+29 6+1a i+k 10+2 4+t e+1j f+7 5+z l+2 6+1p 3+1r 9+7 q+3 2+3 4+5m 14+k 5+cc 2+0 4+a 4+c 4+c 4+c 3+0
2u+0 b+9 6+a 6+g z+d y+e 3+0 5+0 3+9 2+0 4+4 7+0 2+0 2+0 2+3 2+9 4+3 6+4 5+0 2+1l 3+3 ij+l c+28 27+l hj+t
rl+1 3v+6c 7+3 4+6 5+0 3+33 2+d 2+2n 28+0 1b+x r+0 2i+b 5z+p m+2 q+8 8+4 3+4 4+2g 5+2 2+2h 2+43 3+3 b+v 11+r
w+a v+7 2+e x+9 14+e 1s+0 75+533 1t+h3j 1k+1i 3+7g 4+2m h+v 2+27 9+7 o+8 3+2u 3+3a 2+2 2+3 2+m a+9 5+1l 5+7
3+1d i+8 3+f j+5 4+16 b+m e+a 2+v 5+1a s+f 3+20 f+b 2+7 3+d 5+m 4+0 2+1f 2+0 4+1 3+4 3+0 2+r 3+a 8+2 3+6j
c+8pd 1kx+5ct 2+9 2+3r h+aj 3+57 3+1 r+5 8+8 10+0 k+0 5+42 2+0 g+9 8+p 7+p c+3d 8+0 8+9 8+73 4+1f a+1k i+5
d+1f 1b+bk 2+1b 2+w5 2+5i 2+u 2+5c 4+0 3+4 5+13 4+3 2+f a+11 2+54 8+xr 4+1g n+1d 4+18 j+1p 4+z f+a 5+1n 4+1b
f+3 5+yp e+2pj 5+esc 1b+f 5+j1o 6v+9 14+1 52+x 1z+55 2g+o9 2+o 2+u 2+o 2+u 2+o 2+u 2+o 2+u 2+o 2+4kr 3+7h
75+c 1ys+gvsw 2+t 2p+3j 6p+47bj`

/** First and last code point of each range of what words are made of, letters that fold included. */
export const letterRanges: [first: number, last: number][] = rangesOf(steps)

function rangesOf(text: string) {
  let end = 0
  return text
    .trim()
    .split(/\s+/)
    .map((step): [number, number] => {
      const [gap = 0, more = 0] = step.split('+').map((digits) => Number.parseInt(digits, 36))
      const first = end + gap
      end = first + more
      return [first, end]
    })
}

/** Marks that are no part of a word and do not end it either. */
export const droppedMarks: [first: number, last: number][] = [
  [0x300, 0x304],
  [0x306, 0x30c],
  [0x30f, 0x30f],
  [0x311, 0x311],
  [0x31b, 0x31b],
  [0x323, 0x328],
  [0x32d, 0x32e],
  [0x330, 0x331],
]

/** Signs, most of them emoji, that are younger than the tokenizer, which takes for a letter what it does not know. */
const youngSigns: [first: number, last: number][] = [
  [0x2066, 0x2069],
  [0x20ba, 0x20c1],
  [0x2139, 0x2139],
  [0x218a, 0x218b],
  [0x23f4, 0x23ff],
  [0x2427, 0x2429],
  [0x2700, 0x2700],
  [0x2b4d, 0x2b4f],
  [0x2b5a, 0x2b73],
  [0x2b76, 0x2bff],
  [0x2e3c, 0x2e5d],
  [0x2ffc, 0x2fff],
  [0x1f02c, 0x1f02f],
  [0x1f094, 0x1f09f],
  [0x1f0af, 0x1f0b0],
  [0x1f0bf, 0x1f0c0],
  [0x1f0d0, 0x1f0d0],
  [0x1f0e0, 0x1f0ff],
  [0x1f10d, 0x1f10f],
  [0x1f12f, 0x1f12f],
  [0x1f16c, 0x1f16f],
  [0x1f19b, 0x1f1e5],
  [0x1f203, 0x1f20f],
  [0x1f23b, 0x1f23f],
  [0x1f249, 0x1f24f],
  [0x1f252, 0x1f2ff],
  [0x1f321, 0x1f32f],
  [0x1f336, 0x1f336],
  [0x1f37d, 0x1f37f],
  [0x1f394, 0x1f39f],
  [0x1f3c5, 0x1f3c5],
  [0x1f3cb, 0x1f3df],
  [0x1f3f1, 0x1f3ff],
  [0x1f43f, 0x1f43f],
  [0x1f441, 0x1f441],
  [0x1f4f8, 0x1f4f8],
  [0x1f4fd, 0x1f4ff],
  [0x1f53e, 0x1f53f],
  [0x1f544, 0x1f54f],
  [0x1f568, 0x1f5fa],
  [0x1f641, 0x1f644],
  [0x1f650, 0x1f67f],
  [0x1f6c6, 0x1f6ff],
  [0x1f774, 0x1faff],
]

/** How SQLite's index is told to find words. */
export const tokenizer = `unicode61 remove_diacritics 2 separators ${youngSigns.map(lettersOf).join('')}`

function lettersOf([first, last]: [number, number]): string {
  return Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)).join('')
}

/** Letters, and below each in its place what it becomes. */
const folds = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZµÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛ', 'abcdefghijklmnopqrstuvwxyzμaaaaaaæceeeeiiiiðnoooooøuuu'],
  ['ÜÝÞàáâãäåçèéêëìíîïñòóôõöùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĐĒēĔĕĖėĘ', 'uyþaaaaaaceeeeiiiinooooouuuuyyaaaaaaccccccccddđeeeeeee'],
  ['ęĚěĜĝĞğĠġĢģĤĥĦĨĩĪīĬĭĮįİĲĴĵĶķĹĺĻļĽľĿŁŃńŅņŇňŊŌōŎŏŐőŒŔŕŖŗ', 'eeegggggggghhħiiiiiiiiiĳjjkkllllllŀłnnnnnnŋooooooœrrrr'],
  ['ŘřŚśŜŝŞşŠšŢţŤťŦŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖ', 'rrssssssssttttŧuuuuuuuuuuuuwwyyyzzzzzzsɓƃƅɔƈɖɗƌǝəɛƒɠɣɩ'],
  ['ƗƘƜƝƟƠơƢƤƦƧƩƬƮƯưƱƲƳƵƷƸƼǄǅǇǈǊǋǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǞǟǠǢǤǦǧǨǩ', 'ɨƙɯɲɵooƣƥʀƨʃƭʈuuʊʋƴƶʒƹƽǆǆǉǉǌǌaaiioouuuuuuuuuuaaǡǣǥggkk'],
  ['ǪǫǬǭǮǰǱǲǴǵǶǷǸǹǺǻǼǾȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȜȞȟȠȢȤȦȧ', 'ooooǯjǳǳggƕƿnnaaǽǿaaaaeeeeiiiioooorrrruuuussttȝhhƞȣȥaa'],
  ['ȨȩȪȫȬȭȮȯȰȱȲȳȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶΆΈΉΊΌΎΏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤ', 'eeooooooooyyⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷάέήίόύώαβγδεζηθικλμνξοπρστ'],
  ['ΥΦΧΨΩΪΫςϏϐϑϕϖϘϚϜϞϠϢϤϦϨϪϬϮϰϱϴϵϷϹϺϽϾϿЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВ', 'υφχψωϊϋσϗβθφπϙϛϝϟϡϣϥϧϩϫϭϯκρθεϸϲϻͻͼͽѐёђѓєѕіїјљњћќѝўџабв'],
  ['ГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѶѸѺѼѾҀҊҌҎҐҒҔҖҘ', 'гдежзийклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѷѹѻѽѿҁҋҍҏґғҕҗҙ'],
  ['ҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӁӃӅӇӉӋӍӐӒӔӖӘӚӜӞӠӢӤӦӨӪӬӮӰӲӴӶӸӺӼӾԀԂԄ', 'қҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӂӄӆӈӊӌӎӑӓӕӗәӛӝӟӡӣӥӧөӫӭӯӱӳӵӷӹӻӽӿԁԃԅ'],
  ['ԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕ', 'ԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօ'],
  ['ՖႠႡႢႣႤႥႦႧႨႩႪႫႬႭႮႯႰႱႲႳႴႵႶႷႸႹႺႻႼႽႾႿჀჁჂჃჄჅჇჍḀḁḂḃḄḅḆḇḈḉḊḋḌ', 'ֆⴀⴁⴂⴃⴄⴅⴆⴇⴈⴉⴊⴋⴌⴍⴎⴏⴐⴑⴒⴓⴔⴕⴖⴗⴘⴙⴚⴛⴜⴝⴞⴟⴠⴡⴢⴣⴤⴥⴧⴭaabbbbbbccddd'],
  ['ḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂ', 'dddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmm'],
  ['ṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸ', 'mnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuu'],
  ['ṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẛẞẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲ', 'uuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwysßaaaaaaaaaaaaaaaaaaa'],
  ['ẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨ', 'aaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuu'],
  ['ứỪừỬửỮữỰựỲỳỴỵỶỷỸỹỺỼỾἈἉἊἋἌἍἎἏἘἙἚἛἜἝἨἩἪἫἬἭἮἯἸἹἺἻἼἽἾἿὈὉὊὋ', 'uuuuuuuuuyyyyyyyyỻỽỿἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὀὁὂὃ'],
  ['ὌὍὙὛὝὟὨὩὪὫὬὭὮὯᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾸᾹᾺΆᾼιῈΈῊΉῌῘῙῚΊῨ', 'ὄὅὑὓὕὗὠὡὢὣὤὥὦὧᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱὰάᾳιὲέὴήῃῐῑὶίῠ'],
  ['ῩῪΎῬῸΌῺΏῼΩKÅℲⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅬⅭⅮⅯↃⰀⰁⰂⰃⰄⰅⰆⰇⰈⰉⰊⰋⰌⰍⰎⰏⰐⰑⰒⰓⰔⰕⰖⰗ', 'ῡὺύῥὸόὼώῳωkaⅎⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻⅼⅽⅾⅿↄⰰⰱⰲⰳⰴⰵⰶⰷⰸⰹⰺⰻⰼⰽⰾⰿⱀⱁⱂⱃⱄⱅⱆⱇ'],
  ['ⰘⰙⰚⰛⰜⰝⰞⰟⰠⰡⰢⰣⰤⰥⰦⰧⰨⰩⰪⰫⰬⰭⰮⱠⱢⱣⱤⱧⱩⱫⱭⱮⱯⱰⱲⱵⱾⱿⲀⲂⲄⲆⲈⲊⲌⲎⲐⲒⲔⲖⲘⲚⲜⲞ', 'ⱈⱉⱊⱋⱌⱍⱎⱏⱐⱑⱒⱓⱔⱕⱖⱗⱘⱙⱚⱛⱜⱝⱞⱡɫᵽɽⱨⱪⱬɑɱɐɒⱳⱶȿɀⲁⲃⲅⲇⲉⲋⲍⲏⲑⲓⲕⲗⲙⲛⲝⲟ'],
  ['ⲠⲢⲤⲦⲨⲪⲬⲮⲰⲲⲴⲶⲸⲺⲼⲾⳀⳂⳄⳆⳈⳊⳌⳎⳐⳒⳔⳖⳘⳚⳜⳞⳠⳢⳫⳭⳲꙀꙂꙄꙆꙈꙊꙌꙎꙐꙒꙔꙖꙘꙚꙜꙞꙠ', 'ⲡⲣⲥⲧⲩⲫⲭⲯⲱⲳⲵⲷⲹⲻⲽⲿⳁⳃⳅⳇⳉⳋⳍⳏⳑⳓⳕⳗⳙⳛⳝⳟⳡⳣⳬⳮⳳꙁꙃꙅꙇꙉꙋꙍꙏꙑꙓꙕꙗꙙꙛꙝꙟꙡ'],
  ['ꙢꙤꙦꙨꙪꙬꚀꚂꚄꚆꚈꚊꚌꚎꚐꚒꚔꚖꜢꜤꜦꜨꜪꜬꜮꜲꜴꜶꜸꜺꜼꜾꝀꝂꝄꝆꝈꝊꝌꝎꝐꝒꝔꝖꝘꝚꝜꝞꝠꝢꝤꝦꝨꝪ', 'ꙣꙥꙧꙩꙫꙭꚁꚃꚅꚇꚉꚋꚍꚏꚑꚓꚕꚗꜣꜥꜧꜩꜫꜭꜯꜳꜵꜷꜹꜻꜽꜿꝁꝃꝅꝇꝉꝋꝍꝏꝑꝓꝕꝗꝙꝛꝝꝟꝡꝣꝥꝧꝩꝫ'],
  [
    'ꝬꝮꝹꝻꝽꝾꞀꞂꞄꞆꞋꞍꞐꞒꞠꞢꞤꞦꞨꞪＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ𐐀𐐁𐐂𐐃𐐄𐐅𐐆𐐇',
    'ꝭꝯꝺꝼᵹꝿꞁꞃꞅꞇꞌɥꞑꞓꞡꞣꞥꞧꞩɦａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ𐐨𐐩𐐪𐐫𐐬𐐭𐐮𐐯',
  ],
  ['𐐈𐐉𐐊𐐋𐐌𐐍𐐎𐐏𐐐𐐑𐐒𐐓𐐔𐐕𐐖𐐗𐐘𐐙𐐚𐐛𐐜𐐝𐐞𐐟𐐠𐐡𐐢𐐣𐐤𐐥𐐦𐐧', '𐐰𐐱𐐲𐐳𐐴𐐵𐐶𐐷𐐸𐐹𐐺𐐻𐐼𐐽𐐾𐐿𐑀𐑁𐑂𐑃𐑄𐑅𐑆𐑇𐑈𐑉𐑊𐑋𐑌𐑍𐑎𐑏'],
] as const

export const foldedFrom = folds.map(([from]) => from).join('')
export const foldedTo = folds.map(([, to]) => to).join('')
