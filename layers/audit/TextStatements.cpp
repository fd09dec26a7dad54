// SPDX-License-Identifier: Apache-2.0
#include "layers/audit/TextStatements.h"

#include <algorithm>
#include <cmath>

#include "layers/audit/ElementStatements.h"
#include "layers/audit/PrintedFigures.h"
#include "layers/document/CodePoints.h"
#include "layers/policy/SpellingAutomaton.h"

namespace layers {

namespace {

using Text = std::u32string_view;

constexpr Text sentenceEnds = U"。；;！？\n\r";
constexpr Text phraseEnds = U"。；;！？\n\r，,：:";
constexpr std::size_t shortestName = 3;       ///< of a feature: 新城 stands everywhere
constexpr std::size_t longestIndicator = 12;  ///< characters between a name and its figure

/// A name in a clause's text.
struct Subject {
    std::size_t start = 0;
    std::size_t end = 0;
    const DrawnFeature* feature = nullptr;
    std::string name;
    std::string key;
    PlaceReference place;  ///< of an administrative unit
};

bool endsWith(Text words, Text ending) {
    return words.size() >= ending.size() && words.substr(words.size() - ending.size()) == ending;
}

/// What the figure is of: the words between the name and the number without dates, bounds and verbs.
std::string indicatorIn(Text words) {
    if (const std::size_t cut = words.find_last_of(U"，,、：:（("); cut != Text::npos) words = words.substr(cut + 1);
    if (const std::size_t year = words.rfind(U'年'); year != Text::npos) words = words.substr(year + 1);
    for (bool cut = true; cut;) {
        cut = false;
        for (const Text verb : {Text(U"达到"),   Text(U"达"),     Text(U"为"),     Text(U"约"),     Text(U"超过"),
                                Text(U"突破"),   Text(U"增至"),   Text(U"增加到"), Text(U"提高到"), Text(U"提升到"),
                                Text(U"控制在"), Text(U"保持在"), Text(U"稳定在"), Text(U"不低于"), Text(U"不少于"),
                                Text(U"不超过"), Text(U"近"),     Text(U"力争"),   Text(U"至"),     Text(U"到"),
                                Text(U"是"),     Text(U"有"),     Text(U"实现"),   Text(U"将"),     Text(U" ")})
            if (endsWith(words, verb)) {
                words.remove_suffix(verb.size());
                cut = true;
            }
    }
    while (!words.empty() && (isSpace(words.front()) || isOneOf(words.front(), U"的其内总"))) words.remove_prefix(1);
    return words.size() > longestIndicator ? std::string() : toUtf8(words);
}

class ClauseStatements {
public:
    ClauseStatements(const AuditGround& ground, const Clause& clause, std::vector<Subject> subjects,
                     std::vector<TextStatement>& all)
        : m_ground(ground),
          m_clause(clause),
          m_text(ground.codePoints(clause)),
          m_subjects(std::move(subjects)),
          m_all(all) {}

    void read() {
        const std::vector<TextFigure> figures = figuresIn(m_text, m_ground.knowledge.figures);
        auto figure = figures.begin();
        const Subject* heading = headSubject();
        for (std::size_t start = 0; start < m_text.size();) {
            const std::size_t end = std::min(m_text.find_first_of(sentenceEnds, start), m_text.size());
            std::vector<TextFigure> here;
            for (; figure != figures.end() && figure->start < end; ++figure)
                if (figure->start >= start) here.push_back(*figure);
            readSentence(start, end, here, heading);
            start = end + 1;
        }
    }

private:
    /// The name that is the clause's heading: the sentences below speak of it.
    const Subject* headSubject() const {
        const std::string heading = squeezedName(m_clause.heading);
        for (const Subject& subject : m_subjects)
            if (subject.feature != nullptr && squeezedName(subject.name) == heading) return &subject;
        return nullptr;
    }

    std::vector<const Subject*> subjectsIn(std::size_t start, std::size_t end) const {
        std::vector<const Subject*> found;
        auto subject = std::lower_bound(m_subjects.begin(), m_subjects.end(), start,
                                        [](const Subject& one, std::size_t place) { return one.start < place; });
        for (; subject != m_subjects.end() && subject->start < end; ++subject)
            if (subject->end <= end) found.push_back(&*subject);
        return found;
    }

    void readSentence(std::size_t start, std::size_t end, const std::vector<TextFigure>& figures,
                      const Subject* heading) {
        const auto subjects = subjectsIn(start, end);
        readFigures(start, subjects, figures, heading);
        for (const Subject* subject : subjects)
            if (subject->feature != nullptr) {
                readStage(start, end, *subject);
                readMembers(*subject, subject->end, end);
            }
        const bool speaksOfHeading =
            heading != nullptr && heading->end <= start &&
            std::none_of(subjects.begin(), subjects.end(), [](const Subject* one) { return one->feature != nullptr; });
        if (speaksOfHeading) readMembers(*heading, start, end);
    }

    /// The one name that a figure can be of; null where several are named in a list, or none.
    const Subject* subjectOf(const std::vector<const Subject*>& subjects, const TextFigure& figure,
                             const Subject* heading, std::size_t start) const {
        const Subject* last = nullptr;
        std::size_t before = 0;
        const Subject* feature = nullptr;
        for (const Subject* subject : subjects) {
            if (subject->end > figure.start) break;
            last = subject;
            if (subject->feature != nullptr) feature = subject;
            ++before;
        }
        if (last == nullptr) return heading != nullptr && heading->end <= start ? heading : nullptr;
        if (feature != nullptr && last != feature) return nullptr;  // of the feature or of a place in it
        if (last->feature == nullptr && before > 1) return nullptr;
        const bool listed = (last->start > 0 && isOneOf(m_text[last->start - 1], U"、和与及至")) ||
                            (last->end < m_text.size() && isOneOf(m_text[last->end], U"、和与及至"));
        return listed ? nullptr : last;
    }

    void readFigures(std::size_t start, const std::vector<const Subject*>& subjects,
                     const std::vector<TextFigure>& figures, const Subject* heading) {
        std::vector<TextStatement> found;
        for (const TextFigure& figure : figures) {
            if (!figure.isOfAThing || figure.quantity == "count" || figure.quantity == "times") continue;
            const Subject* subject = subjectOf(subjects, figure, heading, start);
            if (subject == nullptr) continue;
            TextStatement statement = about(*subject, StatementKind::Figure);
            statement.figure = figure;
            statement.words = toUtf8(Text(m_text).substr(figure.start, figure.end - figure.start));
            const std::size_t from = std::max(start, subject->end <= figure.start ? subject->end : start);
            statement.indicator = indicatorIn(Text(m_text).substr(from, figure.start - from));
            const bool bare = statement.indicator.empty();
            const bool size = figure.quantity == "area" || figure.quantity == "length";
            if (bare && (subject->feature == nullptr || !size)) continue;
            const std::u32string sentence = m_text.substr(start, figure.end - start);
            TextFigure inSentence = figure;
            inSentence.start -= start;
            inSentence.end -= start;
            statement.isTarget = isTargetIn(sentence, inSentence, m_ground.knowledge);
            found.push_back(std::move(statement));
        }
        // Of two alike in a sentence nobody knows which is meant.
        for (const TextStatement& one : found)
            if (std::count_if(found.begin(), found.end(),
                              [&one](const TextStatement& other) { return sameQuestion(one, other); }) == 1)
                m_all.push_back(one);
    }
    static bool sameQuestion(const TextStatement& a, const TextStatement& b) {
        return a.subjectKey == b.subjectKey && a.indicator == b.indicator && a.isTarget == b.isTarget &&
               a.figure.quantity == b.figure.quantity && a.figure.year == b.figure.year;
    }

    /// The words of work nearest before the name in its phrase, else behind it.
    void readStage(std::size_t start, std::size_t end, const Subject& subject) {
        const std::size_t cut = subject.start == 0 ? Text::npos : m_text.find_last_of(phraseEnds, subject.start - 1);
        const std::size_t from = cut == Text::npos || cut < start ? start : cut + 1;
        const std::size_t to = std::min(m_text.find_first_of(phraseEnds, subject.end), end);
        const auto before = stageIn(from, subject.start, true);
        const auto behind = stageIn(subject.end, to, false);
        const auto found = before ? before : behind;
        if (!found) return;
        TextStatement statement = about(subject, StatementKind::Stage);
        statement.stage = found->stage;
        statement.words = toUtf8(found->word);
        m_all.push_back(std::move(statement));
    }
    /// The last words of work of a stretch, or the first.
    std::optional<AuditKnowledge::StageWord> stageIn(std::size_t from, std::size_t to, bool last) const {
        const Text words = Text(m_text).substr(from, to - from);
        std::optional<AuditKnowledge::StageWord> found;
        std::size_t place = 0;
        for (const AuditKnowledge::StageWord& one : m_ground.knowledge.stageWords) {
            const std::size_t at = last ? words.rfind(one.word) : words.find(one.word);
            if (at == Text::npos) continue;
            const std::size_t here = last ? at + one.word.size() : at;
            // 规划研究 before 研究: of those that end (begin) at one place the longer, which the data names first.
            if (found && (last ? here <= place : here >= place)) continue;
            found = one;
            place = here;
        }
        return found;
    }

    /// 包括万州区、开州区: the units behind the words that open a list of members.
    void readMembers(const Subject& subject, std::size_t from, std::size_t end) {
        std::size_t opens = Text::npos;
        for (const std::u32string& word : m_ground.knowledge.memberWords)
            if (const std::size_t at = Text(m_text).substr(from, end - from).find(word); at != Text::npos)
                opens = std::min(opens, from + at);
        if (opens == Text::npos) return;
        TextStatement statement = about(subject, StatementKind::Members);
        const std::size_t stop = std::min(m_text.find_first_of(U"，,。；;（(", opens), end);
        for (const Subject* unit : subjectsIn(opens, stop))
            if (unit->feature == nullptr) statement.members.add(unit->place);
        if (statement.members.places().size() < 2) return;
        statement.words = joined(namesOf(statement.members.places()));
        m_all.push_back(std::move(statement));
    }

    TextStatement about(const Subject& subject, StatementKind kind) const {
        TextStatement statement;
        statement.kind = kind;
        statement.feature = subject.feature;
        statement.subject = subject.name;
        statement.subjectKey = subject.key;
        statement.clause = &m_clause;
        return statement;
    }

    const AuditGround& m_ground;
    const Clause& m_clause;
    const std::u32string& m_text;
    std::vector<Subject> m_subjects;
    std::vector<TextStatement>& m_all;
};

/// Finds the names of drawn features and of administrative units in clauses.
class SubjectFinder {
public:
    explicit SubjectFinder(const AuditGround& ground) : m_ground(ground) {
        std::vector<std::u32string> words;
        for (const DrawnFeature& drawn : ground.features()) {
            std::u32string name = toCodePoints(drawn.name);
            if (name.size() < shortestName) continue;
            words.push_back(std::move(name));
            m_features.push_back(&drawn);
        }
        m_names = SpellingAutomaton(words);
    }

    std::vector<Subject> in(const Clause& clause) const {
        std::vector<Subject> subjects;
        for (const SpellingAutomaton::Hit& hit : m_names.hits(m_ground.codePoints(clause))) {
            const DrawnFeature* feature = m_features[hit.word];
            subjects.push_back({hit.start, hit.end, feature, feature->name, "feature/" + feature->name, {}});
        }
        const Gazetteer& gazetteer = m_ground.knowledge.gazetteer;
        for (const PlaceMatch& match : m_ground.matches(clause)) {
            const PlaceEntry& entry = gazetteer.entries()[match.entry];
            if (!entry.isAdministrative() || match.isAmbiguous()) continue;
            subjects.push_back({match.start,
                                match.end,
                                nullptr,
                                entry.name,
                                "place/" + (entry.adcode.empty() ? entry.name : entry.adcode),
                                {entry.name, entry.adcode}});
        }
        std::sort(subjects.begin(), subjects.end(), [](const Subject& a, const Subject& b) {
            return a.start != b.start ? a.start < b.start : a.end > b.end;
        });
        std::vector<Subject> kept;  // a name within another is no subject
        for (Subject& subject : subjects)
            if (kept.empty() || subject.start >= kept.back().end) kept.push_back(std::move(subject));
        return kept;
    }

private:
    const AuditGround& m_ground;
    std::vector<const DrawnFeature*> m_features;
    SpellingAutomaton m_names;
};

}  // namespace

std::vector<TextStatement> textStatements(const AuditGround& ground) {
    std::vector<TextStatement> all;
    const auto& documents = ground.snapshot.corpus.documents();
    const auto read =
        std::count_if(documents.begin(), documents.end(), [](const auto& document) { return !document->text.empty(); });
    if (read < 2) return all;
    const SubjectFinder finder(ground);
    for (const auto& document : documents) {
        if (document->text.empty()) continue;
        for (const Clause& clause : document->clauses) {
            if (ground.isCanceled()) return {};
            if (clause.text.empty()) continue;
            std::vector<Subject> subjects = finder.in(clause);
            if (!subjects.empty()) ClauseStatements(ground, clause, std::move(subjects), all).read();
        }
    }
    return all;
}

bool canBothBeTrue(const TextFigure& a, const TextFigure& b, const AuditKnowledge& knowledge) {
    const double left = a.value * a.factor;
    const double right = b.value * b.factor;
    const bool about = a.bound == FigureBound::About || b.bound == FigureBound::About;
    const double spare =
        (about ? knowledge.aboutTolerance * std::max(left, right) : 0) + a.halfStep * a.factor + b.halfStep * b.factor;
    if (std::abs(left - right) <= spare) return true;
    const auto allows = [](const TextFigure& bound, double limit, const TextFigure& exact, double value) {
        if (exact.bound == FigureBound::AtLeast || exact.bound == FigureBound::AtMost) return false;
        return (bound.bound == FigureBound::AtLeast && value >= limit) ||
               (bound.bound == FigureBound::AtMost && value <= limit);
    };
    return allows(a, left, b, right) || allows(b, right, a, left);
}

}  // namespace layers
