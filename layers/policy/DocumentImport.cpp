// SPDX-License-Identifier: Apache-2.0
#include "layers/policy/DocumentImport.h"

#include <QCryptographicHash>
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "layers/document/CodePoints.h"
#include "layers/policy/ClauseParser.h"
#include "layers/policy/DocumentPreamble.h"
#include "layers/policy/SqueezedText.h"
#include "layers/policy/TextOutside.h"

namespace layers {

namespace {

std::string sha256(const std::string& bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex().toStdString();
}

gis::Warning numberingWarning(const std::string& path, const std::string& text) {
    return {text.substr(0, text.find(": ")), {path, {}, {}}, clauseNotice(text)};
}

std::u32string bareHeading(const std::string& heading) {
    std::u32string bare;
    for (const char32_t c : toCodePoints(heading))
        if (isHan(c) || isLatinLetter(c) || isDigit(c)) bare += c;
    return bare;
}

std::string bareNumber(const std::string& number) {
    std::u32string bare;
    for (const char32_t c : toCodePoints(number))
        if (!isSpace(c)) bare += c == U'（' ? U'(' : c == U'）' ? U')' : c;
    return toUtf8(bare);
}

/// Pairs shipped clauses with imported ones; each imported clause is used once.
class Matching {
public:
    Matching(const PolicyDocument& shipped, const PolicyDocument& imported) : m_imported(imported) {
        for (std::size_t i = 0; i < imported.clauses.size(); ++i)
            m_byNumber[bareNumber(imported.clauses[i].number)].push_back(i);
        m_partner.resize(shipped.clauses.size());
        m_used.resize(imported.clauses.size(), false);
        // What a person cut out is the same piece in both, whatever it is called.
        for (std::size_t i = 0; i < shipped.clauses.size(); ++i) take(i, byHand(shipped.clauses[i]));
        for (std::size_t i = 0; i < shipped.clauses.size(); ++i)
            if (!m_partner[i]) take(i, byNumber(shipped.clauses[i]));
        for (std::size_t i = 0; i < shipped.clauses.size(); ++i)
            if (!m_partner[i]) take(i, byHeading(shipped.clauses[i]));
    }
    std::optional<std::size_t> partner(std::size_t shipped) const { return m_partner[shipped]; }
    bool used(std::size_t imported) const { return m_used[imported]; }

private:
    void take(std::size_t shipped, std::optional<std::size_t> imported) {
        if (!imported) return;
        m_partner[shipped] = imported;
        m_used[*imported] = true;
    }
    std::optional<std::size_t> byHand(const Clause& clause) const {
        if (!isByHand(clause)) return std::nullopt;
        for (std::size_t i = 0; i < m_imported.clauses.size(); ++i)
            if (!m_used[i] && isByHand(m_imported.clauses[i]) && m_imported.clauses[i].path == clause.path) return i;
        return std::nullopt;
    }
    std::optional<std::size_t> byNumber(const Clause& clause) const {
        if (clause.number.empty()) return std::nullopt;
        const auto same = m_byNumber.find(bareNumber(clause.number));
        if (same == m_byNumber.end()) return std::nullopt;
        return best(clause, same->second, clause.heading.empty() ? -1 : 0.5);
    }
    std::optional<std::size_t> byHeading(const Clause& clause) const {
        if (clause.heading.empty() || clause.number.empty()) return std::nullopt;
        std::vector<std::size_t> all(m_imported.clauses.size());
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
        return best(clause, all, 0.85);
    }
    /// The most alike of the candidates that is free and above `least`; the first of equals.
    std::optional<std::size_t> best(const Clause& clause, const std::vector<std::size_t>& candidates,
                                    double least) const {
        std::optional<std::size_t> found;
        double highest = least;
        for (const std::size_t i : candidates) {
            const Clause& candidate = m_imported.clauses[i];
            if (m_used[i] || (candidate.level == "part") != (clause.level == "part")) continue;
            const double likeness = headingSimilarity(clause.heading, candidate.heading);
            if (likeness <= highest) continue;
            highest = likeness;
            found = i;
        }
        return found;
    }

    const PolicyDocument& m_imported;
    std::map<std::string, std::vector<std::size_t>> m_byNumber;
    std::vector<std::optional<std::size_t>> m_partner;
    std::vector<bool> m_used;
};

void dropWarning(Clause& clause, const std::string& warning) {
    clause.warnings.erase(std::remove(clause.warnings.begin(), clause.warnings.end(), warning), clause.warnings.end());
}

void fill(Clause& clause, const Clause& source) {
    clause.text = source.text;
    clause.start = source.start;
    clause.headingStart = source.headingStart;
    clause.bodyStart = source.bodyStart;
    clause.end = source.end;
    dropWarning(clause, "not_in_text");
    if (clause.heading.empty() && !source.heading.empty()) {
        clause.heading = source.heading;
        dropWarning(clause, "heading_missing");
    }
    const std::string differs = "number_differs: " + source.number;
    dropWarning(clause, differs);
    if (bareNumber(clause.number) != bareNumber(source.number)) clause.warnings.push_back(differs);
}

void fillPreamble(Clause& clause, const PolicyDocument& imported) {
    std::size_t first = imported.length;
    for (const Clause& one : imported.clauses)
        if (one.end > one.start) first = std::min(first, one.start);
    const std::u32string text = toCodePoints(imported.text);
    const TextScope words = preambleOf(text, first);
    if (words.end == words.start || first >= text.size()) return;
    clause.text = toUtf8(std::u32string_view(text).substr(words.start, words.end - words.start));
    clause.start = clause.headingStart = clause.bodyStart = words.start;
    clause.end = words.end;
}

/// The file's name without folder and ending, with nothing in it that an id could stumble over.
std::string stemOf(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    std::string stem = slash == std::string::npos ? path : path.substr(slash + 1);
    stem = stem.substr(0, stem.find_last_of('.'));
    for (char& c : stem)
        if (c == '/' || c == '#' || c == '|' || c == ' ') c = '_';
    return stem.empty() ? "document" : stem;
}

std::string freeDocumentId(const PolicyCorpus& corpus, const std::string& wished) {
    std::string id = wished;
    for (int n = 2; corpus.document(id) != nullptr; ++n) id = wished + "_" + std::to_string(n);
    return id;
}

std::string freeId(const std::set<std::string>& taken, const std::string& wished) {
    std::string id = wished;
    for (int n = 2; taken.count(id) != 0; ++n) id = wished + "#" + std::to_string(n);
    return id;
}

/// The clause's own part of its id, without the document's.
std::string localId(const Clause& clause) {
    const std::string prefix = clause.documentId + "/";
    const bool has = !clause.documentId.empty() && clause.id.compare(0, prefix.size(), prefix) == 0;
    return has ? clause.id.substr(prefix.size()) : clause.id;
}

void addUnmatched(PolicyDocument& merged, const PolicyDocument& imported, const Matching& matching) {
    std::set<std::string> taken;
    for (const Clause& clause : merged.clauses) taken.insert(clause.id);
    for (std::size_t i = 0; i < imported.clauses.size(); ++i) {
        if (matching.used(i)) continue;
        Clause added = imported.clauses[i];
        added.key = 0;
        added.id = freeId(taken, merged.id + "/" + localId(added));
        taken.insert(added.id);
        added.documentId = merged.id;
        added.sequence = static_cast<int>(merged.clauses.size()) + 1;
        added.warnings.push_back("not_in_index");
        merged.warnings.push_back("not_in_index: " + added.number);
        merged.clauses.push_back(std::move(added));
    }
}

double sharedHeadings(const PolicyDocument& a, const PolicyDocument& b) {
    std::set<std::u32string> headings;
    for (const Clause& clause : a.clauses)
        if (!clause.heading.empty()) headings.insert(bareHeading(clause.heading));
    std::set<std::u32string> common;
    for (const Clause& clause : b.clauses)
        if (headings.count(bareHeading(clause.heading)) != 0) common.insert(bareHeading(clause.heading));
    return headings.empty() ? 0 : static_cast<double>(common.size()) / static_cast<double>(headings.size());
}

}  // namespace

gis::Message clauseNotice(const std::string& warning) {
    const std::size_t colon = warning.find(": ");
    const std::string kind = warning.substr(0, colon);
    const std::string about = colon == std::string::npos ? std::string() : warning.substr(colon + 2);
    if (kind == "number_gap") return gis::message("layers", "the numbering has a gap at %1", {about});
    if (kind == "number_repeated") return gis::message("layers", "the number %1 is printed again", {about});
    if (kind == "number_out_of_order") return gis::message("layers", "the number %1 is out of order", {about});
    if (kind == "number_differs") return gis::message("layers", "the imported text numbers it %1", {about});
    if (kind == "correction_lost")
        return gis::message("layers", "a correction made by hand finds no place any more: %1", {about});
    if (kind == "text_outside") {
        const std::size_t length = about.find(' ');
        const std::size_t words = length == std::string::npos ? length : about.find(' ', length + 1);
        if (words != std::string::npos)
            return gis::message(
                "layers", "from line %1 on %2 characters are in no clause: “%3…”",
                {about.substr(0, length), about.substr(length + 1, words - length - 1), about.substr(words + 1)});
    }
    if (kind == "more_warnings")
        return gis::message("layers", "%1 more warnings about numbers stand with their clauses", {about});
    if (kind == "by_hand") return gis::message("layers", "cut out by hand");
    if (kind == "heading_missing") return gis::message("layers", "no heading is printed");
    if (kind == "not_in_text")
        return about.empty() ? gis::message("layers", "the imported text does not have it; its links keep")
                             : gis::message("layers", "the text has no %1; its links keep", {about});
    if (kind == "not_in_index")
        return about.empty() ? gis::message("layers", "not in the shipped index; added from the text")
                             : gis::message("layers", "%1 is not in the shipped index and was added", {about});
    return gis::message("layers", "%1", {warning});
}

namespace {

/// The document without what stands outside its clauses, for these may change yet.
gis::Result<ReadDocument> readClauses(const std::string& path, const std::string& encoding,
                                      const std::string& documentId, const gis::JobControl& control,
                                      const ReaderOptions& options) {
    TUCE_TRY(text, readDocumentText(path, encoding, options, control));
    TUCE_TRY(document, parseDocument(std::move(text.text), documentId, control, text.tables));
    document.encoding = text.encoding;
    document.textSha256 = sha256(document.text);
    ReadDocument read{std::move(document), std::move(text.warnings), text.kind, text.encodingBasis};
    constexpr std::size_t mostTold = 100;  // the clauses bear them all
    const std::vector<std::string>& warnings = read.document.warnings;
    for (std::size_t i = 0; i < warnings.size() && i < mostTold; ++i)
        read.warnings.push_back(numberingWarning(path, warnings[i]));
    if (warnings.size() > mostTold)
        read.warnings.push_back({"more_warnings",
                                 {path, {}, {}},
                                 gis::message("layers", "%1 more warnings about numbers stand with their clauses",
                                              {std::to_string(warnings.size() - mostTold)})});
    return read;
}

void tellOutside(const std::string& path, ReadDocument& read) {
    constexpr std::size_t mostTold = 20;
    std::size_t left = 0;
    std::size_t characters = 0;
    std::size_t told = 0;
    for (const OutsideText& stretch : textOutside(read.document)) {
        if (!stretch.isToBeTold()) continue;
        if (told++ < mostTold) {
            read.warnings.push_back(numberingWarning(path, warningOf(stretch)));
        } else {
            ++left;
            characters += stretch.length();
        }
    }
    if (left > 0)
        read.warnings.push_back({"text_outside",
                                 {path, {}, {}},
                                 gis::message("layers", "%1 more stretches with %2 characters are in no clause",
                                              {std::to_string(left), std::to_string(characters)})});
}

}  // namespace

gis::Result<ReadDocument> readDocument(const std::string& path, const std::string& encoding,
                                       const std::string& documentId, const gis::JobControl& control,
                                       const ReaderOptions& options) {
    TUCE_TRY(read, readClauses(path, encoding, documentId, control, options));
    tellOutside(path, read);
    return read;
}

namespace {

/// The document that this one is a copy of: in the corpus, else in the shipped index (then without keys, for those
/// are the corpus's to give). Null if it is a new one, or where no index is installed.
std::shared_ptr<const PolicyDocument> knownDocument(const PolicyCorpus& corpus, const PolicyDocument& document) {
    if (const std::string held = matchingDocument(corpus, document); !held.empty()) return corpus.document(held);
    const auto shipped = shippedCorpus();
    const std::string match = shipped ? matchingDocument(*shipped, document) : std::string();
    if (match.empty() || corpus.document(match) != nullptr) return nullptr;
    auto fresh = std::make_shared<PolicyDocument>(*shipped->document(match));
    fresh->key = 0;
    for (Clause& clause : fresh->clauses) clause.key = 0;
    return fresh;
}

/// Says those warnings of a document that begin so.
void tellWarnings(const PolicyDocument& document, std::string_view kind, const std::string& path, ReadDocument& read) {
    for (const std::string& warning : document.warnings)
        if (warning.rfind(kind, 0) == 0) read.warnings.push_back(numberingWarning(path, warning));
}

}  // namespace

gis::Result<ReadDocument> importDocument(const PolicyCorpus& corpus, const Gazetteer& gazetteer,
                                         const std::string& path, const std::string& encoding,
                                         const gis::JobControl& control, const ReaderOptions& options,
                                         const KeptCorrections& corrections) {
    TUCE_TRY(read, readClauses(path, encoding, freeDocumentId(corpus, stemOf(path)), control, options));
    const auto known = knownDocument(corpus, read.document);
    bool areCorrected = false;
    if (known) {
        std::vector<ClauseCorrection> later;
        if (const auto kept = corrections.find(known->id); kept != corrections.end()) {
            areCorrected = true;
            for (const ClauseCorrection& correction : kept->second) {
                if (auto made = corrected(read.document, correction))
                    read.document = std::move(made->document);
                else
                    later.push_back(correction);  // in the preamble, which only the index knows
            }
        }
        PolicyDocument merged = correctedAgain(mergeImported(*known, read.document), later);
        tellWarnings(merged, "correction_lost", path, read);
        tellWarnings(merged, "not_in_", path, read);
        read.document = std::move(merged);
    }
    // The index's own places are those of its clauses, not of what a person cut out of them.
    for (Clause& clause : read.document.clauses)
        if (clause.places.empty() || (areCorrected && !clause.text.empty()))
            clause.places = gazetteer.placeNames(clause.text);
    tellOutside(path, read);
    return read;
}

gis::Result<ReadDocument> importInPlaceOf(const std::string& documentId, const Gazetteer& gazetteer,
                                          const std::string& path, const std::string& encoding,
                                          const gis::JobControl& control, const ReaderOptions& options,
                                          const KeptCorrections& corrections) {
    TUCE_TRY(read, readClauses(path, encoding, documentId, control, options));
    if (const auto kept = corrections.find(documentId); kept != corrections.end()) {
        read.document = correctedAgain(std::move(read.document), kept->second);
        tellWarnings(read.document, "correction_lost", path, read);
    }
    for (Clause& clause : read.document.clauses) clause.places = gazetteer.placeNames(clause.text);
    tellOutside(path, read);
    return read;
}

double headingSimilarity(const std::string& a, const std::string& b) {
    const std::u32string left = bareHeading(a);
    const std::u32string right = bareHeading(b);
    if (left == right) return 1;
    if (left.size() < 2 || right.size() < 2) return 0;
    std::map<std::u32string, int> pairs;
    for (std::size_t i = 0; i + 1 < left.size(); ++i) ++pairs[left.substr(i, 2)];
    int common = 0;
    for (std::size_t i = 0; i + 1 < right.size(); ++i)
        if (int& count = pairs[right.substr(i, 2)]; count > 0) {
            --count;
            ++common;
        }
    return 2.0 * common / static_cast<double>(left.size() + right.size() - 2);
}

namespace {

constexpr std::size_t shortestTitle = 8;  ///< characters that say which paper is meant
constexpr std::size_t titlePage = 4'000;  ///< bytes at the begin of a text in which its title stands

/// One title within the other, as in 国务院关于印发《…》的通知. Two counties' plans differ in two characters only, so
/// nearly the same is not the same.
bool isTitled(const std::string& title, const std::string& words) {
    const std::u32string sought = squeezed(title);
    return sought.size() >= shortestTitle && squeezed(words).find(sought) != std::u32string::npos;
}

/// The copy's title is the held one in other words around it, or that stands on its first page. A paper that carries
/// out another one names it there too.
bool mayHaveTitleOf(const PolicyDocument& held, const PolicyDocument& copy) {
    return copy.title.empty() || isTitled(held.title, copy.title) || isTitled(copy.title, held.title) ||
           isTitled(held.title, copy.text.substr(0, titlePage));
}

}  // namespace

std::string matchingDocument(const PolicyCorpus& corpus, const PolicyDocument& document) {
    std::string best;
    double highest = 0;
    for (const auto& held : corpus.documents()) {
        const bool sameNumber = !document.number.empty() && held->number == document.number;
        const bool sameTitle = !document.title.empty() && squeezed(held->title) == squeezed(document.title);
        const double headings = sharedHeadings(*held, document);
        // Plans of one kind share their headings: alone they tell of nothing.
        const bool headingsSpeak = headings > 0.5 && (sameNumber || sameTitle || mayHaveTitleOf(*held, document));
        const double score = (sameNumber ? 1 : 0) + (sameTitle ? 1 : 0) + (headingsSpeak ? headings : 0);
        if (score <= highest) continue;
        highest = score;
        best = held->id;
    }
    return best;
}

PolicyDocument mergeImported(const PolicyDocument& shipped, const PolicyDocument& imported) {
    const Matching matching(shipped, imported);
    PolicyDocument merged = shipped;
    merged.encoding = imported.encoding;
    merged.textSha256 = imported.textSha256;
    merged.text = imported.text;
    merged.length = imported.length;
    merged.warnings = imported.warnings;
    for (std::size_t i = 0; i < shipped.clauses.size(); ++i) {
        Clause& clause = merged.clauses[i];
        if (const auto partner = matching.partner(i)) {
            fill(clause, imported.clauses[*partner]);
            continue;
        }
        if (clause.level == "preamble") {  // it has no number that could be looked for
            fillPreamble(clause, imported);
            continue;
        }
        dropWarning(clause, "not_in_text");
        clause.warnings.push_back("not_in_text");
        merged.warnings.push_back("not_in_text: " + clause.number);
    }
    addUnmatched(merged, imported, matching);
    return merged;
}

}  // namespace layers
