// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/LineRows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <algorithm>

#include "app/dialogs/ColourButton.h"
#include "app/dialogs/FormRows.h"
#include "app/dialogs/MarkerRows.h"

namespace app {

namespace {

using layers::LineEnds;
using layers::LineSymbol;

enum Form { Plain, Double, HeadAtEnd, HeadAtStart, HeadsAtBoth, Arrow, TwoWayArrow };
enum Marks { NoMarks, Ticks, OneSidedTicks, Symbols };

Form formOf(const LineSymbol& line) {
    if (line.arrow) return line.arrowAtStart ? TwoWayArrow : Arrow;
    if (line.doubleGapMm > 0) return Double;
    switch (line.heads) {
        case LineEnds::End:
            return HeadAtEnd;
        case LineEnds::Start:
            return HeadAtStart;
        case LineEnds::Both:
            return HeadsAtBoth;
        case LineEnds::None:
            break;
    }
    return Plain;
}

Marks marksOf(const LineSymbol& line) {
    if (!line.marks) return NoMarks;
    if (line.marks->kind == layers::MarkKind::Markers) return Symbols;
    return line.marks->oneSided ? OneSidedTicks : Ticks;
}

/// Dash lengths for a choice; the first is solid.
struct Dashes {
    std::vector<double> lengths;
    bool roundDots = false;
};
const std::vector<Dashes>& dashes() {
    static const std::vector<Dashes> all = {{{}},
                                            {{2, 1}},
                                            {{0.6, 0.6}},
                                            {{3, 1, 0.6, 1}},
                                            {{3.6, 0.9, 0.2, 0.9, 0.2, 0.9}, true},
                                            {{2.6, 0.8, 0.2, 0.8}, true},
                                            {{1.3, 0.6, 0.2, 0.6}, true}};
    return all;
}

/// The numbers of dashes and gaps, at most that many; empty if they are none.
std::vector<double> dashesIn(const QString& typed) {
    static const QRegularExpression between(QStringLiteral("[\\s,;，；、]+"));
    constexpr qsizetype most = 16;
    std::vector<double> lengths;
    const QStringList words = typed.split(between, Qt::SkipEmptyParts);
    double all = 0;
    for (const QString& word : words) {
        bool isNumber = false;
        const double length = word.toDouble(&isNumber);
        if (!isNumber || !(length >= 0 && length <= 1000)) return {};
        lengths.push_back(length);
        all += length;
    }
    return words.size() % 2 == 0 && words.size() <= most && all > 0 ? lengths : std::vector<double>{};
}

QString textOf(const std::vector<double>& lengths) {
    QStringList words;
    for (const double length : lengths) words << QString::number(length);
    return words.join(u' ');
}

}  // namespace

LineRows::LineRows(QFormLayout& form, QWidget* parent) : QObject(parent), m_form(form), m_parent(parent) {
    addStroke();
    addDashes();
    addForm();
    addBand();
    addMarks();
    addCourse();
}

void LineRows::addStroke() {
    m_colour = new ColourButton(tr("Colour of the line"), m_parent);
    m_width = millimetres(m_parent, tr("Width of the line"), 0, 30);
    m_width->setObjectName(QStringLiteral("lineWidth"));
    m_dash = new QComboBox(m_parent);
    m_dash->addItems({tr("Solid"), tr("Dashed"), tr("Dotted line"), tr("Dash and dot"), tr("Provincial chain"),
                      tr("Prefectural chain"), tr("County chain"), tr("Own dashes")});
    m_dash->setAccessibleName(tr("Dashes"));
    m_dash->setObjectName(QStringLiteral("dashes"));
    m_form.addRow(tr("Line"), inRow({m_colour, m_width, m_dash}, m_parent));
    connect(m_colour, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](LineSymbol& l) { l.colour = colour; }); });
    connect(m_width, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.widthMm = value; }); });
    connect(m_dash, &QComboBox::activated, this, [this](int index) {
        m_ownChosen = static_cast<std::size_t>(index) >= dashes().size();
        if (m_ownChosen)
            return change([](LineSymbol& l) {
                if (l.dashMm.empty()) l.dashMm = {2, 1};
            });
        change([index](LineSymbol& l) {
            l.dashMm = dashes()[static_cast<std::size_t>(index)].lengths;
            l.roundDots = dashes()[static_cast<std::size_t>(index)].roundDots;
        });
    });
}

void LineRows::addDashes() {
    m_ownDashes = new QLineEdit(m_parent);
    m_ownDashes->setObjectName(QStringLiteral("ownDashes"));
    m_ownDashes->setAccessibleName(tr("Dashes and gaps by turns, in millimetres"));
    m_ownDashes->setToolTip(m_ownDashes->accessibleName());
    m_ownDashes->setPlaceholderText(tr("e.g. 3 1 0.6 1"));
    m_form.addRow(tr("Dashes, mm"), inRow({m_ownDashes}, m_parent));
    connect(m_ownDashes, &QLineEdit::editingFinished, this, &LineRows::readDashes);
}

void LineRows::readDashes() {
    const std::vector<double> lengths = dashesIn(m_ownDashes->text());
    if (lengths.empty() || lengths == m_line.dashMm) return refresh();  // what is no row of numbers goes away
    change([&lengths](LineSymbol& l) { l.dashMm = lengths; });
}

void LineRows::addForm() {
    m_kind = new QComboBox(m_parent);
    m_kind->setObjectName(QStringLiteral("lineForm"));
    m_kind->setAccessibleName(tr("Form of the line"));
    m_gap = millimetres(m_parent, tr("Clear space between the two lines"), 0.05, 10);
    m_head = millimetres(m_parent, tr("Length of the arrow heads"), 0.1, 20);
    m_end = new ColourButton(tr("Colour towards the head; transparent for no change"), m_parent);
    m_taper = new QDoubleSpinBox(m_parent);
    m_taper->setRange(5, 100);
    m_taper->setDecimals(0);
    m_taper->setSingleStep(5);
    m_taper->setSuffix(tr(" %"));
    m_form.addRow(tr("Form"), inRow({m_kind, m_gap, m_head, m_taper, m_end}, m_parent));
    connect(m_taper, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.taperStart = value / 100; }); });
    connect(m_kind, &QComboBox::activated, this, [this] { chooseForm(m_kind->currentData().toInt()); });
    connect(m_gap, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.doubleGapMm = value; }); });
    connect(m_head, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.headMm = value; }); });
    connect(m_end, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](LineSymbol& l) { l.endColour = colour; }); });
}

void LineRows::chooseForm(int form) {
    change([form](LineSymbol& l) {
        const bool wasArrow = l.arrow;
        l.arrow = form == Arrow || form == TwoWayArrow;
        l.arrowAtStart = form == TwoWayArrow;
        l.doubleGapMm = form == Double ? std::max(l.doubleGapMm, l.widthMm) : 0;
        l.heads = form == HeadAtEnd     ? LineEnds::End
                  : form == HeadAtStart ? LineEnds::Start
                  : form == HeadsAtBoth ? LineEnds::Both
                                        : LineEnds::None;
        if (!l.arrow || wasArrow) return;
        // A body as thin as a line would be no arrow.
        l.widthMm = std::max(l.widthMm, 3.0);
        l.taperStart = 0.6;
        l.smooth = true;
        if (l.casingMm <= 0) l.casingMm = 0.6;
    });
}

void LineRows::addBand() {
    m_casing = new ColourButton(tr("Colour of the casing"), m_parent);
    m_casingWidth = millimetres(m_parent, tr("Width of the casing on each side"), 0, 10);
    m_form.addRow(tr("Casing"), inRow({m_casing, m_casingWidth}, m_parent));
    m_band = new ColourButton(tr("Colour of the soft band inside the border"), m_parent);
    m_bandWidth = millimetres(m_parent, tr("Width of the soft band inside the border"), 0, 20);
    m_form.addRow(tr("Inner band"), inRow({m_band, m_bandWidth}, m_parent));
    connect(m_casing, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](LineSymbol& l) { l.casingColour = colour; }); });
    connect(m_casingWidth, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.casingMm = value; }); });
    connect(m_band, &ColourButton::chosen, this,
            [this](layers::Colour colour) { change([colour](LineSymbol& l) { l.innerBandColour = colour; }); });
    connect(m_bandWidth, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        change([value](LineSymbol& l) {
            if (l.innerBandMm <= 0 && l.innerBandColour == layers::Colour{}) {
                l.innerBandColour = l.colour;
                l.innerBandColour.alpha = 80;
            }
            l.innerBandMm = value;
        });
    });
}

void LineRows::addMarks() {
    m_marks = new QComboBox(m_parent);
    m_marks->setObjectName(QStringLiteral("lineMarks"));
    m_marks->addItem(tr("No marks"), NoMarks);
    m_marks->addItem(tr("Ticks across"), Ticks);
    m_marks->addItem(tr("Ticks on one side"), OneSidedTicks);
    m_marks->addItem(tr("Symbols"), Symbols);
    m_marks->setAccessibleName(tr("Marks along the line"));
    m_spacing = millimetres(m_parent, tr("Distance from mark to mark"), 0.3, 200);
    m_length = millimetres(m_parent, tr("Length of the ticks"), 0.1, 20);
    m_tickWidth = millimetres(m_parent, tr("Width of the ticks"), 0.05, 5);
    m_tickWidth->setSingleStep(0.05);
    m_form.addRow(tr("Marks"), inRow({m_marks, m_spacing}, m_parent));
    m_form.addRow(tr("Ticks"), inRow({m_length, m_tickWidth}, m_parent));
    connect(m_tickWidth, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.marks->widthMm = value; }); });
    m_marker = new MarkerRows(m_form, m_parent, tr("Symbol"), MarkerRows::Extent::ShapeAlone);
    connect(m_marks, &QComboBox::activated, this, [this] { chooseMarks(m_marks->currentData().toInt()); });
    connect(m_spacing, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.marks->spacingMm = value; }); });
    connect(m_length, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.marks->lengthMm = value; }); });
    connect(m_marker, &MarkerRows::edited, this,
            [this] { change([this](LineSymbol& l) { l.marks->marker = m_marker->marker(); }); });
}

void LineRows::chooseMarks(int choice) {
    change([choice](LineSymbol& l) {
        if (choice == NoMarks) {
            l.marks.reset();
            return;
        }
        if (!l.marks) {
            l.marks = layers::LineMarks{};
            l.marks->marker = {layers::MarkerShape::Circle, 1.2, {255, 255, 255, 255}, l.colour, 0.2, {0, 0, 0, 0}};
        }
        l.marks->kind = choice == Symbols ? layers::MarkKind::Markers : layers::MarkKind::Ticks;
        l.marks->oneSided = choice == OneSidedTicks;
    });
}

void LineRows::addCourse() {
    m_offset = millimetres(m_parent, tr("Offset to the right of the direction; of areas: inward"), -20, 20);
    m_smooth = new QCheckBox(tr("Smooth curve"), m_parent);
    m_form.addRow(tr("Course"), inRow({m_offset, m_smooth}, m_parent));
    connect(m_offset, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](LineSymbol& l) { l.offsetMm = value; }); });
    connect(m_smooth, &QCheckBox::clicked, this, [this](bool on) { change([on](LineSymbol& l) { l.smooth = on; }); });
}

std::optional<LineSymbol> LineRows::line() const { return m_line.widthMm > 0 ? std::optional(m_line) : std::nullopt; }

void LineRows::show(const std::optional<LineSymbol>& line, int dimension, bool shown) {
    if (!line || line->dashMm != m_line.dashMm) m_ownChosen = false;
    m_line = line.value_or(LineSymbol{});
    m_hasLine = line.has_value();
    if (!line) m_line.widthMm = 0;
    m_shown = shown;
    if (m_dimension != dimension || m_kind->count() == 0) {
        m_dimension = dimension;
        m_kind->clear();
        m_kind->addItem(tr("Single line"), Plain);
        m_kind->addItem(tr("Double line"), Double);
        if (dimension != 2) {
            m_kind->addItem(tr("Arrow head at the end"), HeadAtEnd);
            m_kind->addItem(tr("Arrow head at the start"), HeadAtStart);
            m_kind->addItem(tr("Arrow heads at both ends"), HeadsAtBoth);
            m_kind->addItem(tr("Axis arrow, one way"), Arrow);
            m_kind->addItem(tr("Axis arrow, both ways"), TwoWayArrow);
        }
    }
    refresh();
}

void LineRows::refresh() {
    m_showing = true;
    const Form form = formOf(m_line);
    const Marks marks = marksOf(m_line);
    const bool isBody = m_line.arrow && m_dimension != 2;
    for (QWidget* row :
         {static_cast<QWidget*>(m_colour), static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_casing)})
        showRow(m_form, row, m_shown);
    showRow(m_form, m_band, m_shown && m_dimension == 2);
    showRow(m_form, m_marks, m_shown && !isBody);
    showRow(m_form, m_offset, m_shown);
    m_colour->setColour(m_line.colour);
    m_width->setValue(m_line.widthMm);
    const auto dash = std::find_if(dashes().begin(), dashes().end(), [this](const Dashes& known) {
        return known.lengths == m_line.dashMm && (known.roundDots == m_line.roundDots || m_line.dashMm.empty());
    });
    const bool isOwn = m_ownChosen || dash == dashes().end();
    m_dash->setVisible(!isBody);
    m_dash->setCurrentIndex(
        static_cast<int>(isOwn ? dashes().size() : static_cast<std::size_t>(dash - dashes().begin())));
    showRow(m_form, m_ownDashes, m_shown && !isBody && isOwn);
    m_ownDashes->setText(textOf(m_line.dashMm));
    chooseData(*m_kind, form);
    m_gap->setVisible(form == Double);
    m_gap->setValue(m_line.doubleGapMm);
    m_head->setVisible(form == HeadAtEnd || form == HeadAtStart || form == HeadsAtBoth);
    m_head->setValue(m_line.headMm);
    m_taper->setVisible(isBody);
    m_taper->setAccessibleName(m_line.arrowAtStart ? tr("Width in the middle, as a share of the width")
                                                   : tr("Width at the start, as a share of the width"));
    m_taper->setToolTip(m_taper->accessibleName());
    m_taper->setValue(m_line.taperStart * 100);
    m_end->setVisible(isBody);
    m_end->setColour(m_line.endColour);
    m_casing->setColour(m_line.casingColour);
    m_casingWidth->setValue(m_line.casingMm);
    m_band->setColour(m_line.innerBandColour);
    m_bandWidth->setValue(m_line.innerBandMm);
    chooseData(*m_marks, marks);
    m_spacing->setVisible(marks != NoMarks);
    showRow(m_form, m_length, m_shown && !isBody && (marks == Ticks || marks == OneSidedTicks));
    if (m_line.marks) {
        m_spacing->setValue(m_line.marks->spacingMm);
        m_length->setValue(m_line.marks->lengthMm);
        m_tickWidth->setValue(m_line.marks->widthMm);
        m_marker->show(m_line.marks->marker);
    }
    m_marker->setShown(m_shown && !isBody && marks == Symbols);
    m_offset->setVisible(!isBody);
    m_offset->setValue(m_line.offsetMm);
    m_smooth->setVisible(m_dimension != 2);
    m_smooth->setChecked(m_line.smooth);
    m_showing = false;
}

}  // namespace app
