// SPDX-License-Identifier: Apache-2.0
#include "layers/report/Workbook.h"

#include <xlsxwriter.h>

#include <QString>
#include <cmath>
#include <map>
#include <set>

#include "layers/check/RunClock.h"

namespace layers {

namespace {

constexpr std::uint32_t rowLimit = 1'048'576;
constexpr qsizetype textLimit = 32'767;

// What is not UTF-8 or not allowed in XML would make the file unreadable; libxlsxwriter escapes controls itself.
std::string clean(const std::string& text) {
    QString read = QString::fromStdString(text).left(textLimit);
    for (QChar& c : read)
        if (c == QChar(0xFFFE) || c == QChar(0xFFFF)) c = QChar(0xFFFD);
    return read.toStdString();
}

std::string sheetName(const std::string& wanted, const std::set<std::string>& taken) {
    QString name = QString::fromStdString(wanted);
    for (QChar& c : name)
        if (QStringLiteral("[]:*?/\\'").contains(c)) c = u' ';
    name = name.trimmed().left(31);
    if (name.isEmpty()) name = QStringLiteral("-");
    const QString base = name.left(27);
    for (int i = 2; taken.count(name.toLower().toStdString()) > 0; ++i) name = base + QStringLiteral(" %1").arg(i);
    return name.toStdString();
}

}  // namespace

struct Workbook::Data {
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* headerFormat = nullptr;
    std::map<std::pair<int, bool>, lxw_format*> formats;
    std::set<std::string> sheetNames;
    bool tooManyRows = false;

    lxw_format* format(int decimals, bool strong) {
        lxw_format*& made = formats[{decimals, strong}];
        if (made != nullptr || book == nullptr) return made;
        made = workbook_add_format(book);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        if (strong) format_set_bold(made);
        if (decimals == 0) format_set_num_format(made, "0");
        if (decimals > 0)
            format_set_num_format(made, ("#,##0." + std::string(static_cast<std::size_t>(decimals), '0')).c_str());
        return made;
    }
    bool canWrite(std::uint32_t row) {
        if (row >= rowLimit) tooManyRows = true;
        return sheet != nullptr && row < rowLimit;
    }
};

Workbook::Workbook(const std::string& path, const std::string& title) : m_data(std::make_unique<Data>()) {
    lxw_workbook_options options{};
    m_data->book = workbook_new_opt(path.c_str(), &options);
    if (m_data->book == nullptr) return;
    std::string shown = clean(QString::fromStdString(title).left(100).toStdString());
    lxw_doc_properties properties{};
    properties.title = shown.data();
    if (const auto epoch = sourceDateEpoch()) properties.created = static_cast<time_t>(*epoch);
    workbook_set_properties(m_data->book, &properties);
    m_data->headerFormat = workbook_add_format(m_data->book);
    format_set_bold(m_data->headerFormat);
    format_set_text_wrap(m_data->headerFormat);
    format_set_align(m_data->headerFormat, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(m_data->headerFormat, 0xE7EBF0);
    format_set_bottom(m_data->headerFormat, LXW_BORDER_THIN);
}

Workbook::~Workbook() {
    if (m_data->book != nullptr) lxw_workbook_free(m_data->book);
}

void Workbook::beginSheet(const std::string& name) {
    if (m_data->book == nullptr) return;
    const std::string shown = sheetName(name, m_data->sheetNames);
    m_data->sheetNames.insert(QString::fromStdString(shown).toLower().toStdString());
    m_data->sheet = workbook_add_worksheet(m_data->book, shown.c_str());
    m_row = 0;
}

void Workbook::setColumnWidth(int column, double characters) {
    const auto at = static_cast<lxw_col_t>(column);
    if (m_data->sheet != nullptr) worksheet_set_column(m_data->sheet, at, at, characters, nullptr);
}

void Workbook::header(int column, const std::string& text) {
    if (!m_data->canWrite(m_row)) return;
    worksheet_write_string(m_data->sheet, m_row, static_cast<lxw_col_t>(column), clean(text).c_str(),
                           m_data->headerFormat);
}

void Workbook::text(int column, const std::string& text, bool strong) {
    if (text.empty() || !m_data->canWrite(m_row)) return;
    worksheet_write_string(m_data->sheet, m_row, static_cast<lxw_col_t>(column), clean(text).c_str(),
                           m_data->format(-1, strong));
}

void Workbook::number(int column, double value, int decimals, bool strong) {
    if (!std::isfinite(value) || !m_data->canWrite(m_row)) return;
    worksheet_write_number(m_data->sheet, m_row, static_cast<lxw_col_t>(column), value,
                           m_data->format(decimals, strong));
}

void Workbook::integer(int column, std::int64_t value) { number(column, static_cast<double>(value), 0); }

void Workbook::freezeHere() {
    if (m_data->sheet != nullptr) worksheet_freeze_panes(m_data->sheet, m_row, 0);
}

void Workbook::filterAbove(int lastColumn, std::size_t rowCount) {
    if (m_data->sheet == nullptr || m_row == 0) return;
    const auto last = static_cast<lxw_row_t>(std::min<std::size_t>(m_row - 1 + rowCount, rowLimit - 1));
    worksheet_autofilter(m_data->sheet, m_row - 1, 0, last, static_cast<lxw_col_t>(lastColumn));
}

gis::Result<void> Workbook::close(const std::string& shownPath) {
    const gis::Subject subject{shownPath, {}, {}};
    if (m_data->book == nullptr)
        return gis::fail(gis::ErrorCode::Unwritable, subject, gis::message("layers", "the workbook cannot be made"));
    if (m_data->tooManyRows) {
        return gis::fail(
            gis::ErrorCode::OutOfResources, subject,
            gis::message("layers", "a sheet of a workbook holds no more than %1 rows", {std::to_string(rowLimit)}),
            gis::message("layers", "write .csv or .gpkg instead"));
    }
    const lxw_error error = workbook_close(m_data->book);  // frees the book in any case
    m_data->book = nullptr;
    if (error == LXW_NO_ERROR) return {};
    const bool full = error == LXW_ERROR_ZIP_FILE_ADD || error == LXW_ERROR_ZIP_CLOSE;
    return gis::fail(full ? gis::ErrorCode::DiskFull : gis::ErrorCode::Unwritable, subject,
                     gis::message("layers", "the workbook cannot be written"),
                     gis::message("layers", "free some space or choose another folder"), lxw_strerror(error));
}

}  // namespace layers
