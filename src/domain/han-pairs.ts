/**
 * Letters of Chinese names in their traditional and simplified forms: only such pairs as stand for each other one to one,
 * in surnames and the given names people bear. Letters with several traditional forms (范 后 于 钟 …) are left out.
 */
const PAIRS = `
  張张 陳陈 劉刘 趙赵 黃黄 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 馮冯 鄧邓 蕭萧 葉叶 蔣蒋 盧卢 賈贾 閻阎 譚谭 陸陆 蘇苏
  呂吕 楊杨 鄒邹 龔龚 賴赖 萬万 錢钱 湯汤 龍龙 賀贺 顧顾 龐庞 蘭兰 齊齐 莊庄 衛卫 項项 紀纪 關关 竇窦 鮑鲍 魯鲁 畢毕 聶聂
  勞劳 饒饶 凱凯 溫温 麥麦 倫伦 連连 車车 農农 喬乔 駱骆 歐欧 陽阳 諸诸 東东 長长 軒轩 轅辕 獨独 遲迟 華华 國国 偉伟 麗丽
  鳳凤 軍军 勝胜 慶庆 寧宁 寶宝 貝贝 財财 貴贵 賢贤 贊赞 進进 達达 遠远 運运 選选 邁迈 銀银 銘铭 鋒锋 錦锦 鎮镇 鐵铁 門门
  開开 間间 聞闻 電电 靈灵 靜静 韻韵 順顺 預预 領领 頌颂 穎颖 顏颜 風风 飛飞 馳驰 駿骏 驊骅 鴻鸿 鵬鹏 鶴鹤 鸞鸾 點点 興兴
  舉举 藝艺 蓮莲 薈荟 藍蓝 蛻蜕 補补 見见 規规 覺觉 觀观 記记 訓训 詠咏 詩诗 誠诚 語语 諾诺 謙谦 識识 讓让 豐丰 義义 習习
  聖圣 聰聪 職职 肅肃 維维 綠绿 緒绪 緣缘 線线 練练 績绩 總总 繼继 純纯 細细 紅红 紋纹 結结 給给 絲丝 經经 綱纲 羨羡 禮礼
  祿禄 禎祯 穩稳 競竞 筆笔 節节 築筑 簡简 籃篮 粵粤 緯纬 縝缜 愛爱 憲宪 懷怀 戀恋 戰战 戲戏 擁拥 揚扬 擇择 據据 學学 實实
  審审 導导 爾尔 屬属 嶺岭 嶽岳 島岛 崗岗 帥帅 師师 帶带 廣广 廟庙 應应 庫库 彈弹 彥彦 從从 徹彻 憶忆 悅悦 恆恒 搖摇 數数
  時时 晉晋 曉晓 暉晖 曄晔 書书 棟栋 業业 楓枫 楨桢 榮荣 樂乐 樓楼 標标 樹树 橋桥 機机 權权 歡欢 歲岁 氣气 漢汉 滿满 濤涛
  澤泽 潔洁 潤润 瀾澜 燦灿 煒炜 煥焕 燁烨 爍烁 瑋玮 瑩莹 環环 瓊琼 璣玑 瑤瑶 畫画 異异 監监 碩硕 確确 嬌娇 媽妈 婦妇 嫻娴
  娛娱 嬋婵 孿孪 單单 嚴严 啟启 員员 問问 喚唤 團团 圓圆 園园 圍围 堅坚 報报 塵尘 墻墙 壯壮 夢梦 奮奋 奧奥 兒儿 亞亚 億亿
  儀仪 優优 傑杰 傳传 兩两 冊册 動动 務务 勛勋 勵励 勢势 勻匀 區区 協协 叢丛 雙双 變变 劍剑 劇剧 創创 則则 剛刚 淵渊 淺浅
  淨净 濱滨 灣湾 瀟潇 瀅滢 鈞钧 鈺钰 銳锐 鎧铠 鍵键 閔闵 閣阁 闊阔 陣阵 隨随 隱隐 雋隽 雖虽 霧雾 韋韦 韜韬 響响 頂顶 頤颐
  願愿 飄飘 飯饭 養养 駐驻 騰腾 驍骁 鯤鲲 鵑鹃 鶯莺 齡龄`;

/** From the traditional letter to the simplified one. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/\s+/)
    .map((pair) => [...pair])
    .flatMap(([from = '', to = '']) => (from === to ? [] : [[from, to] as const])),
);
/** Any one traditional letter that has a pair. */
export const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu');
