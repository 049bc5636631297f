#include "pipeline/lines/title_words.hpp"

#include <algorithm>
#include <array>

#include "pipeline/base/characters.hpp"

namespace banxin {
namespace {

// clang-format off: it would fill lines and so move every word after a new one.

// 文种: the kinds of documents (party and government regulations on the handling of documents of
// 2012, article 8), and those that laws, plans and tables are called by.
constexpr std::u32string_view kKinds =
    U"决议 决定 命令 公报 公告 通告 意见 通知 通报 请示 批复 议案 纪要 会议纪要 规定 条例 规则 "
    U"细则 规程 准则 守则 章程 制度 要点 纲要 预案 总结 实施办法 管理办法 暂行办法 考核办法 "
    U"评定办法 分配办法 奖励办法 处罚办法 监督办法 工作办法 实施细则 工作细则 管理规定 暂行规定 "
    U"若干规定 补充规定 有关规定 实施条例 管理条例 暂行条例 议事规则 工作规则 工作规程 管理规范 "
    U"工作规范 技术规范 工作制度 管理制度 责任制 责任制度 实施方案 工作方案 行动方案 总体方案 "
    U"试点方案 改革方案 分工方案 考核方案 整改方案 处置方案 指导意见 实施意见 若干意见 处理意见 "
    U"若干措施 政策措施 工作措施 保障措施 工作要点 行动计划 工作计划 三年行动计划 发展规划 "
    U"总体规划 专项规划 国土空间规划 五年规划 应急预案 规划纲要 远景目标纲要 工作报告 年度报告 "
    U"调查报告 情况报告 自查报告 工作总结 统计表 自评表 汇总表 一览表 登记表 申报表 审批表 "
    U"评分表 明细表 公示表 情况表 得分表 排名表 分工表 任务表 申请表 推荐表 备案表 公开目录 "
    U"责任清单 事项清单 权力清单 负面清单 任务清单 任务书 责任书 倡议书 说明书 承诺书 通知书 "
    U"意见书 考核结果 评价结果 检查结果";

// Organs, by what follows their place or their field.
constexpr std::u32string_view kOrgans =
    U"国务院 国务院办公厅 人民政府 市政府 省政府 县政府 区政府 党委 市委 省委 县委 区委 党组 "
    U"中共中央 人民代表大会 常务委员会 人大常委会 人大 政协 办公厅 办公室 委员会 领导小组 "
    U"工作小组 协调小组 工作组 督查组 巡察组 指挥部 联席会议 人民法院 人民检察院 法院 检察院 "
    U"监察委员会 纪律检查委员会 纪委监委 管理局 监督管理局 管理委员会 管委会 服务中心 管理中心 "
    U"交易中心 政务服务中心 政务大厅 办事大厅 业务大厅 消防救援总队 消防救援支队 总工会 联合会 "
    U"工商联 总公司 集团公司 集团有限公司 有限责任公司 股份有限公司 有限公司 街道办事处 办事处 "
    U"居委会 村委会";

// The fields that organs are named after, longer than a dictionary's words.
constexpr std::u32string_view kFields =
    U"发展和改革 发展改革 工业和信息化 住房和城乡建设 住房城乡建设 人力资源和社会保障 "
    U"人力资源社会保障 文化和旅游 农业农村 卫生健康 退役军人事务 市场监督管理 市场监管 "
    U"国有资产监督管理 国有资产管理 自然资源 生态环境 交通运输 应急管理 医疗保障 行政审批 "
    U"政务服务 机关事务管理 机关事务 城市管理 综合行政执法 综合执法 行政执法 大数据发展管理 "
    U"乡村振兴 民族宗教事务 科学技术 教育体育 水务 林业 粮食和物资储备 金融监督管理 地方金融 "
    U"公共资源交易 住房公积金 消防救援 消防安全 安全生产 防汛抗旱 抗震救灾 森林防灭火 食品安全 "
    U"爱国卫生 精神文明建设";

// Verbs that titles are built of.
constexpr std::u32string_view kVerbs =
    U"印发 转发 批转 公布 发布 颁布 修改 修订 废止 宣布失效 表彰 表扬 通报表扬 召开 举办 开展 "
    U"做好 抓好 加强 推进 促进 推动 推行 推广 加快 加快推进 加快推动 加快建设 加快发展 统筹推进 "
    U"协同推进 深化 完善 落实 贯彻 贯彻落实 认真贯彻 组织实施 调整 成立 组建 设立 撤销 同意 批准 "
    U"核准 认定 命名 报送 申报 请求 申请 解决 支持 鼓励 扶持 扩大 提高 提升 优化 改进 改善 健全 "
    U"建立 建立健全 构建 打造 防范 防止 防控 严禁 禁止 取消 下放 承接 委托 授予 给予 任命 免去 "
    U"聘任 启动 部署 保障 维护 强化 制定 编制 清理 整治 治理 查处 降低 减轻 减免 缓解 化解 培育 "
    U"引导 激发 稳定 巩固 拓展 切实做好 进一步加强 进一步做好 进一步规范 进一步完善 进一步深化 "
    U"进一步优化 进一步推进 进一步明确 征求 答复 商请 追加 拨付 下达 明确 进行 重申 延长 暂停 "
    U"恢复 停止 扎实推进 深入推进 深入开展 规范";

// Words that say something of the next one.
constexpr std::u32string_view kModifiers =
    U"全国 全省 全市 全县 全区 全州 全系统 国家 国家级 省级 市级 县级 各级 各类 部分 有关 重大 "
    U"主要 首批 进一步 切实 全面 深入 大力 不断 积极 持续 着力 扎实 认真 统筹 严格 从严 依法 "
    U"联合 集中 共同 继续 及时 更好 尽快 有效 加大 努力 稳步 有序";

// Words that say little without the one before them: 经济运行|情况.
constexpr std::u32string_view kHeads =
    U"工作 情况 工作情况 完成情况 执行情况 落实情况 进展情况 考核情况 事项 管理 建设 改革 发展 "
    U"服务 实施 项目 问题 活动 任务 重点任务 机制 体制 体系 体系建设 能力 能力建设 制度建设 "
    U"监督管理 监督检查 安排 规划 计划 方案 办法 标准 目录 名单 清单 名录 结果 报告 草案 比赛 "
    U"竞赛 大会 会议 政策 措施 资金 经费";

// Other words, most of which a general dictionary cuts into pieces.
constexpr std::u32string_view kOthers =
    U"中华人民共和国 第十四个五年规划 第十五个五年规划 国民经济和社会发展 国民经济 "
    U"二〇三五年远景目标 十四五 十五五 十三五 本市 本省 我市 我省 我县 我区 各市 各县 自治区 "
    U"自治州 自治县 开发区 高新区 新区 示范区 试验区 保税区 工业园区 产业园区 园区 县区 乡镇 "
    U"街道 社区 年度 季度 上半年 下半年 阶段性 专项 专项目标 目标 目标考核 专项目标考核 绩效 "
    U"绩效目标 绩效评价 绩效考核 绩效管理 绩效自评 整体支出 部门整体支出 项目支出 一般性支出 "
    U"财政支出 专项资金 预算 决算 预算执行 预算管理 国有资产 行政事业单位 事业单位 企事业单位 "
    U"机关事业单位 行政机关 党政机关 国家机关 国有企业 民营企业 中小企业 小微企业 市场主体 "
    U"经营主体 制度性交易成本 营商环境 放管服 一网通办 跨省通办 一件事 一次办 互联网 大数据 "
    U"人工智能 数字经济 数字政府 政务公开 政务信息 政府信息公开 信息公开 政府采购 政府购买服务 "
    U"公共服务 基本公共服务 公共资源 公共安全 社会保障 社会保险 养老保险 医疗保险 医疗服务 "
    U"医疗卫生 公共卫生 卫生 疫情防控 传染病 突发事件 突发环境事件 自然灾害 地质灾害 防灾减灾 "
    U"火灾高危单位 重大隐患 隐患排查 专项整治 专项检查 专项行动 专项督查 督查 督导 督办 巡视 "
    U"巡察 整改 检查 考核 考评 评选 评价 评估 评审 评比 审批 审查 审核 审计 备案 行政许可 "
    U"行政许可事项 行政处罚 行政复议 行政诉讼 行政审判 规范性文件 重大行政决策 权力事项 "
    U"政务服务事项 先进集体 先进个人 劳动模范 突出贡献 科学技术奖 质量奖 高等学校 普通高等学校 "
    U"高校 毕业生 中小学 义务教育 学前教育 职业教育 就业 创业 就业创业 中小学生 生态保护 "
    U"生态保护补偿 生态补偿 农民工 农村 农民 农业 农村危房 危房改造 人居环境 农村公路 道路养护 "
    U"养护 交通安全 道路交通 公共交通 城市供水 供水 供电 供热 燃气 停车 停车管理 城市道路 "
    U"城市更新 老旧小区 保障性住房 住房 房地产 建设用地 使用权 土地 耕地 耕地保护 水资源 水污染 "
    U"大气污染 污染防治 节能 节能减排 碳达峰 碳中和 绿色低碳 生物多样性 河长制 林长制 人民防空 "
    U"警报 试鸣 防空警报 国防动员 双拥 反电信网络诈骗 网络诈骗 电信网络 网络安全 数据安全 "
    U"个人信息 知识产权 标准化 消费者 价格 收费 行政事业性收费 债务 政府债务 地方政府性债务 "
    U"地方政府 政府性基金 税收 税费 非税收入 金融 保险 证券 上市 招商引资 重大项目 重点项目 "
    U"重点工作 重点领域 重点行业 主要负责人 领导干部 公务员 工作人员 干部 人才 职称 工资 薪酬 "
    U"津贴 补贴 补助 资助 奖励 表彰大会 工作会议 电视电话会议 常务会议 全体会议 会议精神 "
    U"文件精神 精神 机构改革 机构设置 职责 职能 分工 任务分工 责任分工 组成人员 组成部门 "
    U"直属机构 直属单位 驻厅企业 市直 省直 县直 区直 窗口部门 市直窗口部门 窗口单位 联络制 试点 "
    U"示范 创建 试行 暂行 修订版 征求意见稿 节假日 春节 国庆节 元旦 放假 值班 防汛 抗旱 春运 "
    U"市长负责制 负责制 首长 菜篮子 米袋子 统计 普查 人口普查 经济普查 档案 保密 信访 法治 "
    U"法治政府 普法 平安建设 扫黑除恶 社会治理 基层治理 综合治理 志愿服务 文明城市 卫生城市 "
    U"一体化 现代化 高质量发展 高质量 可持续发展 产业发展 产业链 供应链 制造业 服务业 旅游业 "
    U"文化遗产 非物质文化遗产 文物保护 体育 全民健身 未成年人 老年人 残疾人 妇女儿童 特困人员 "
    U"最低生活保障 社会救助 养老服务 托育服务 主体责任 事中事后监管 日常管理 档案管理 财务管理 "
    U"资产管理 公文处理 公章 印章 队伍建设 作风建设 基础设施 安全 关于 名胜古迹 风景名胜区 "
    U"自然保护区 生活垃圾 垃圾分类 建筑垃圾 危险化学品 烟花爆竹 非煤矿山 特种设备 电动自行车 "
    U"网约车 共享单车 校车 客运 货运 物流 快递 邮政 电商 跨境电商 自由贸易 外商投资 对外开放 "
    U"经济运行 横向 纵向";

// clang-format on

constexpr auto kNeverBegin =
    std::to_array<std::u32string_view>({U"的", U"了", U"等", U"等等", U"和", U"及", U"及其", U"与",
                                        U"或", U"并", U"以及", U"以", U"之", U"之一", U"之间"});
constexpr auto kNeverEnd = std::to_array<std::u32string_view>(
    {U"关于", U"对",   U"对于", U"在",   U"为", U"将", U"从", U"和", U"及", U"与",
     U"或",   U"并",   U"以及", U"及其", U"向", U"由", U"把", U"被", U"以", U"按",
     U"按照", U"根据", U"依据", U"给",   U"至", U"到", U"不", U"未", U"因"});

constexpr std::u32string_view kEndings =
    U"省市县区州盟旗镇乡村局厅处部委办科室院所站队组会社团厂校法权率性化者员长家制度型类级层面期表"
    U"书单册"
    U"卡证章款线网库费金税案物品业界户量数额值力感版稿年月日号届次项条";
constexpr std::u32string_view kBeginnings = U"总副非各全本新第每该双反未不再拟所我原某诸";
constexpr std::u32string_view kPlaceEndings = U"省市县区州盟旗镇乡";
constexpr std::u32string_view kOrganEndings = U"局厅委部署院办处会";

struct List {
    std::u32string_view words;  ///< Separated by one blank each.
    TitleWordKind kind;
};
constexpr auto kLists = std::to_array<List>({{kKinds, TitleWordKind::other},
                                             {kOrgans, TitleWordKind::organ},
                                             {kFields, TitleWordKind::other},
                                             {kVerbs, TitleWordKind::verb},
                                             {kModifiers, TitleWordKind::modifier},
                                             {kHeads, TitleWordKind::head},
                                             {kOthers, TitleWordKind::other}});

constexpr std::size_t count_words() {
    std::size_t count = 0;
    for (const List& list : kLists) {
        count +=
            1 + static_cast<std::size_t>(std::count(list.words.begin(), list.words.end(), U' '));
    }
    return count;
}

/// All words, by first character, the longest first.
constexpr auto kWords = [] {
    std::array<TitleWord, count_words()> words{};
    std::size_t count = 0;
    for (const List& list : kLists) {
        for (std::size_t begin = 0; begin < list.words.size();) {
            const std::size_t end = std::min(list.words.find(U' ', begin), list.words.size());
            words[count++] = {list.words.substr(begin, end - begin), list.kind};
            begin = end + 1;
        }
    }
    std::sort(words.begin(), words.end(), [](const TitleWord& a, const TitleWord& b) {
        if (a.text[0] != b.text[0]) return a.text[0] < b.text[0];
        if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
        return a.text < b.text;
    });
    return words;
}();
static_assert(std::adjacent_find(kWords.begin(), kWords.end(),
                                 [](const TitleWord& a, const TitleWord& b) {
                                     return a.text == b.text;
                                 }) == kWords.end(),
              "a word of two kinds");

template <typename Words>
bool contains(const Words& words, std::u32string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::span<const TitleWord> title_words_beginning_with(char32_t first) {
    const auto [begin, end] = std::equal_range(
        kWords.begin(), kWords.end(), TitleWord{std::u32string_view{&first, 1}, {}},
        [](const TitleWord& a, const TitleWord& b) { return a.text[0] < b.text[0]; });
    return {begin, end};
}

bool never_begins_title_line(std::u32string_view word) { return contains(kNeverBegin, word); }

bool never_ends_title_line(std::u32string_view word) { return contains(kNeverEnd, word); }

bool ends_words(char32_t character) { return is_one_of(character, kEndings); }

bool begins_words(char32_t character) { return is_one_of(character, kBeginnings); }

bool ends_place(char32_t character) { return is_one_of(character, kPlaceEndings); }

bool ends_organ(char32_t character) { return is_one_of(character, kOrganEndings); }

}  // namespace banxin
