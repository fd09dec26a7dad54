// SPDX-License-Identifier: Apache-2.0
#include "layers/document/PdfText.h"

#include <QPdfDocument>
#include <algorithm>
#include <optional>

#include "layers/document/CodePoints.h"
#include "layers/document/DocumentWords.h"
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

/// Boxes come in the order of the characters, one for each piece of a line. A line ends where the next box lies at
/// another height or back to the left.
std::vector<std::vector<QRectF>> groupedBoxes(const QList<QPolygonF>& bounds) {
    std::vector<std::vector<QRectF>> groups;
    QRectF whole;  // of the last group: single marks lie high or low and need not overlap each other
    for (const QPolygonF& polygon : bounds) {
        const QRectF box = polygon.boundingRect();
        const double middle = box.center().y();
        const double slack = 0.5 * std::max(whole.height(), box.height());
        const bool sameLine = !groups.empty() && middle > whole.top() - slack && middle < whole.bottom() + slack;
        if (sameLine && box.left() > groups.back().back().left() - 1) {
            groups.back().push_back(box);
            whole = whole.united(box);
            continue;
        }
        groups.push_back({box});
        whole = box;
    }
    return groups;
}

class PdfReader {
public:
    explicit PdfReader(QPdfDocument& document) : m_document(document) {}

    PdfPage page(int number) {
        const QPdfSelection all = m_document.getAllText(number);
        const QString text = all.text();
        std::vector<RawLine> raw = splitText(text);
        auto groups = groupedBoxes(all.bounds());
        const bool clear = groups.size() == raw.size();
        for (std::size_t i = 0; i < raw.size(); ++i)
            raw[i].boxes = clear ? std::move(groups[i]) : boxesOf(number, raw[i]);
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
    /// The slow way, which loads the page again: where pieces and lines do not match one to one.
    std::vector<QRectF> boxesOf(int page, const RawLine& line) {
        std::vector<QRectF> boxes;
        for (const QPolygonF& polygon : m_document.getSelectionAtIndex(page, line.from, line.to - line.from).bounds())
            boxes.push_back(polygon.boundingRect());
        std::sort(boxes.begin(), boxes.end(), [](const QRectF& a, const QRectF& b) { return a.left() < b.left(); });
        return boxes;
    }

    /// A line that jumps over a wide gap is parted there: columns, or cells of a table.
    void addParts(int page, const QString& text, const RawLine& line, std::vector<PdfLine>& lines) {
        double height = 0;
        for (const QRectF& box : line.boxes) height = std::max(height, box.height());
        std::size_t first = 0;
        int from = line.from;
        for (std::size_t i = 1; i < line.boxes.size(); ++i) {
            if (line.boxes[i].left() - line.boxes[i - 1].right() < 1.6 * height) continue;
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
        part.text = cleanedLine(toCodePoints(text.toStdString()));
        if (part.text.empty()) return;
        part.left = box.left();
        part.right = box.right();
        part.top = box.top();
        part.bottom = box.bottom();
        part.page = static_cast<std::size_t>(page);
        lines.push_back(std::move(part));
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
