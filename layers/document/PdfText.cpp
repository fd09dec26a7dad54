// SPDX-License-Identifier: Apache-2.0
#include "layers/document/PdfText.h"

#include <QPdfDocument>
#include <algorithm>
#include <optional>

#include "layers/document/CodePoints.h"
#include "layers/document/DocumentWords.h"
#include "layers/document/PdfBlanks.h"
#include "layers/document/PdfColumns.h"
#include "layers/document/PdfFurniture.h"
#include "layers/document/PdfParagraphs.h"

namespace layers {

namespace {

/// A line of a page's text: characters from..to, and the boxes of its pieces in order.
struct RawLine {
    int from = 0;
    int to = 0;
    std::vector<QRectF> boxes;
};

std::vector<RawLine> splitText(const QString& text) {
    std::vector<RawLine> lines;
    int from = 0;
    for (int i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size() || text[i] == u'\r' || text[i] == u'\n';
        if (!end) continue;
        if (!QStringView(text).mid(from, i - from).trimmed().isEmpty()) lines.push_back({from, i, {}});
        from = i + 1;
    }
    return lines;
}

double usualHeightOf(const std::vector<QRectF>& boxes) {
    std::vector<double> heights;
    for (const QRectF& box : boxes) heights.push_back(box.height());
    if (heights.empty()) return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/// How many of the boxes from `from` on belong to one printed line. Boxes come in the order of the characters, one for
/// each piece of a line; a line ends where the next box lies at another height or back to the left.
std::size_t groupLength(const std::vector<QRectF>& boxes, std::size_t from, double usualHeight) {
    if (from >= boxes.size()) return 0;
    QRectF whole = boxes[from];  // 一 and 、 are low boxes at different heights
    std::size_t end = from + 1;
    for (; end < boxes.size(); ++end) {
        const double middle = boxes[end].center().y();
        const double slack = std::max(0.5 * std::max(whole.height(), boxes[end].height()), 0.8 * usualHeight);
        const bool sameLine = middle > whole.top() - slack && middle < whole.bottom() + slack;
        if (!sameLine || boxes[end].left() <= boxes[end - 1].left() - 1) break;
        whole = whole.united(boxes[end]);
    }
    return end - from;
}

/// Whether boxes can be those of a text, by the width that its characters take.
bool isLikely(QStringView text, const std::vector<QRectF>& boxes) {
    if (boxes.empty()) return false;
    QRectF whole = boxes.front();
    double ink = 0;
    for (const QRectF& box : boxes) {
        whole = whole.united(box);
        ink += box.width();
    }
    double characters = 0;
    for (const QChar c : text) characters += c.unicode() >= 0x2E80 ? 1 : c.isSpace() ? 0 : 0.5;
    const double expected = characters * whole.height();
    return ink > 0.6 * expected && ink < 1.7 * expected + whole.height();
}

class PdfReader {
public:
    explicit PdfReader(QPdfDocument& document) : m_document(document) {}

    PdfPage page(int number) {
        const QPdfSelection all = m_document.getAllText(number);
        const QString text = all.text();
        std::vector<RawLine> raw = splitText(text);
        if (!shareOut(boxesOf(all), number, text, raw))
            for (RawLine& line : raw) line.boxes = askedBoxes(number, line);
        PdfPage page;
        const QSizeF size = m_document.pagePointSize(number);
        page.width = size.width();
        page.height = size.height();
        for (const RawLine& line : raw)
            if (!line.boxes.empty()) addParts(number, text, line, page.lines);
        // What was drawn beside the paper nobody sees; writers leave lines there that belong to the next page.
        const auto isBeside = [&page](const PdfLine& line) {
            return line.bottom < 0 || line.top > page.height || line.right < 0 || line.left > page.width;
        };
        page.lines.erase(std::remove_if(page.lines.begin(), page.lines.end(), isBeside), page.lines.end());
        return page;
    }

private:
    static std::vector<QRectF> boxesOf(const QPdfSelection& selection) {
        std::vector<QRectF> boxes;
        for (const QPolygonF& polygon : selection.bounds()) boxes.push_back(polygon.boundingRect());
        return boxes;
    }

    /// Gives each line its boxes, in order. Where pieces and lines do not match one to one, a line whose boxes are
    /// unlikely is asked for. False if the sum is wrong in the end.
    bool shareOut(const std::vector<QRectF>& boxes, int page, const QString& text, std::vector<RawLine>& lines) {
        const double usual = usualHeightOf(boxes);
        std::size_t groups = 0;
        for (std::size_t at = 0; at < boxes.size(); at += groupLength(boxes, at, usual)) ++groups;
        const bool clear = groups == lines.size();
        std::size_t at = 0;
        for (RawLine& line : lines) {
            const auto first = boxes.begin() + static_cast<std::ptrdiff_t>(at);
            const std::size_t length = groupLength(boxes, at, usual);
            line.boxes.assign(first, first + static_cast<std::ptrdiff_t>(length));
            if (!clear && !isLikely(QStringView(text).mid(line.from, line.to - line.from), line.boxes))
                line.boxes = askedBoxes(page, line);
            at += line.boxes.size();
            if (at > boxes.size()) return false;
        }
        return at == boxes.size();
    }

    /// The slow way, which loads the page again.
    std::vector<QRectF> askedBoxes(int page, const RawLine& line) {
        std::vector<QRectF> boxes = boxesOf(m_document.getSelectionAtIndex(page, line.from, line.to - line.from));
        std::sort(boxes.begin(), boxes.end(), [](const QRectF& a, const QRectF& b) { return a.left() < b.left(); });
        return boxes;
    }

    /// A line that jumps over a wide gap is parted there: columns, or cells of a table. Beside one wide gap others need
    /// not be as wide: cells that nearly fill their column.
    void addParts(int page, const QString& text, const RawLine& line, std::vector<PdfLine>& lines) {
        double height = 0;
        for (const QRectF& box : line.boxes) height = std::max(height, box.height());
        double widest = 0;
        for (std::size_t i = 1; i < line.boxes.size(); ++i)
            widest = std::max(widest, line.boxes[i].left() - line.boxes[i - 1].right());
        const double least = (widest < 1.6 * height ? 1.6 : 1.0) * height;
        std::size_t first = 0;
        int from = line.from;
        for (std::size_t i = 1; i < line.boxes.size(); ++i) {
            if (line.boxes[i].left() - line.boxes[i - 1].right() < least) continue;
            const auto at = characterAt(page, line, i);
            if (!at || *at <= from || *at >= line.to) continue;
            addPart(page, text.mid(from, *at - from), line, first, i, lines);
            first = i;
            from = *at;
        }
        addPart(page, text.mid(from, line.to - from), line, first, line.boxes.size(), lines);
    }

    /// Index of the character with which piece `i` begins.
    std::optional<int> characterAt(int page, const RawLine& line, std::size_t i) {
        constexpr int mostQuestions = 4000;  // each loads the page again
        if (++m_questions > mostQuestions) return std::nullopt;
        const QRectF& begin = line.boxes.front();
        const QRectF& piece = line.boxes[i];
        const QPdfSelection before =
            m_document.getSelection(page, begin.center() - QPointF(begin.width() / 2 - 1, 0),
                                    QPointF(piece.left() + std::min(2.0, piece.width() / 2), piece.center().y()));
        if (!before.isValid()) return std::nullopt;
        // A selection takes the character under its end in, or not, by where in it the end lies.
        const QList<QPolygonF> taken = before.bounds();
        const bool beyond = !taken.isEmpty() && taken.last().boundingRect().right() > piece.left() + 0.5;
        return beyond ? before.endIndex() - 1 : before.endIndex();
    }

    static void addPart(int page, const QString& text, const RawLine& line, std::size_t first, std::size_t end,
                        std::vector<PdfLine>& lines) {
        QRectF box = line.boxes[first];
        for (std::size_t i = first + 1; i < end; ++i) box = box.united(line.boxes[i]);
        PdfLine part;
        part.text = toCodePoints(text.trimmed().toStdString());
        part.left = box.left();
        part.right = box.right();
        part.top = box.top();
        part.bottom = box.bottom();
        part.page = static_cast<std::size_t>(page);
        tellWideBlanks(part);
        part.text = cleanedLine(part.text);
        if (!part.text.empty()) lines.push_back(std::move(part));
    }

    QPdfDocument& m_document;
    int m_questions = 0;
};

tl::unexpected<gis::Error> loadError(QPdfDocument::Error error) {
    if (error == QPdfDocument::Error::IncorrectPassword || error == QPdfDocument::Error::UnsupportedSecurityScheme)
        return gis::fail(gis::ErrorCode::Unreadable, {}, documentMessage(DocumentWord::Encrypted),
                         documentMessage(DocumentWord::AdviseDecrypt));
    return damagedDocument();
}

std::string pageList(const std::vector<int>& pages) {
    std::string list;
    for (std::size_t i = 0; i < pages.size() && i < 20; ++i) list += (i == 0 ? "" : ", ") + std::to_string(pages[i]);
    return list + (pages.size() > 20 ? " …" : "");
}

/// Per cent of the letters that stand for nothing: fonts without a table of what their signs mean.
int unreadableShare(const std::vector<PdfPage>& pages) {
    std::size_t all = 0;
    std::size_t bad = 0;
    for (const PdfPage& page : pages)
        for (const PdfLine& line : page.lines)
            for (const char32_t c : line.text) {
                ++all;
                bad += c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) ? 1 : 0;
            }
    return all == 0 ? 0 : static_cast<int>(bad * 100 / all);
}

void tell(const std::vector<std::string>& heads, const std::vector<int>& bare, int unreadable, DocumentText& text) {
    if (!heads.empty()) {
        std::string named;
        for (std::size_t i = 0; i < heads.size() && i < 4; ++i) named += (i == 0 ? "" : " | ") + heads[i];
        text.warnings.push_back(documentWarning("running_heads_left_out", DocumentWord::RunningHeadsLeftOut,
                                                {named + (heads.size() > 4 ? " …" : "")}));
    }
    if (!bare.empty())
        text.warnings.push_back(
            documentWarning("pages_without_text", DocumentWord::PagesWithoutText, {pageList(bare)}));
    if (unreadable > 4)
        text.warnings.push_back(
            documentWarning("unreadable_letters", DocumentWord::UnreadableLetters, {std::to_string(unreadable)}));
}

}  // namespace

gis::Result<DocumentText> pdfText(const std::string& path, const DocumentLimits&) {
    QPdfDocument document;
    const auto error = document.load(QString::fromStdString(path));
    if (error != QPdfDocument::Error::None) return loadError(error);
    PdfReader reader(document);
    std::vector<PdfPage> pages;
    std::vector<int> bare;
    for (int i = 0; i < document.pageCount(); ++i) {
        pages.push_back(reader.page(i));
        if (pages.back().lines.empty()) bare.push_back(i + 1);
    }
    if (bare.size() == pages.size())
        return gis::fail(gis::ErrorCode::Unreadable, {},
                         documentMessage(DocumentWord::NoText, {std::to_string(pages.size())}),
                         documentMessage(DocumentWord::AdviseRecognise));
    const int unreadable = unreadableShare(pages);
    const std::vector<std::string> heads = takeFurniture(pages);
    std::vector<PdfLine> lines;
    for (const PdfPage& page : pages)
        for (PdfLine& line : inReadingOrder(page)) lines.push_back(std::move(line));
    DocumentText text;
    text.text = joinedParagraphs(lines);
    text.kind = "pdf";
    text.encoding = "UTF-8";
    text.encodingBasis = "format";
    tell(heads, bare, unreadable, text);
    return text;
}

}  // namespace layers
