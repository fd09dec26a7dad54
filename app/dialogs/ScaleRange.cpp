// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/ScaleRange.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <utility>

#include "app/session/Quantities.h"

namespace app {

ScaleRange::ScaleRange(QWidget* parent)
    : QWidget(parent),
      m_least(box(QStringLiteral("largestScale"), tr("Not shown closer than this scale"))),
      m_most(box(QStringLiteral("smallestScale"), tr("Not shown beyond this scale"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_least, 1);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(m_most, 1);
}

QComboBox* ScaleRange::box(const QString& name, const QString& what) {
    auto* made = new QComboBox(this);
    made->setEditable(true);
    made->setObjectName(name);
    made->setAccessibleName(what);
    made->setToolTip(what);
    made->addItem(tr("no limit"));
    for (const double denominator :
         {10'000., 50'000., 100'000., 250'000., 500'000., 1'000'000., 2'500'000., 5'000'000.})
        made->addItem(scaleText(denominator));
    connect(made, &QComboBox::activated, this, &ScaleRange::read);
    connect(made->lineEdit(), &QLineEdit::editingFinished, this, &ScaleRange::read);
    return made;
}

double ScaleRange::least() const { return m_shownLeast; }
double ScaleRange::most() const { return m_shownMost; }

void ScaleRange::show(double least, double most) {
    const auto limit = [](QComboBox& box, double denominator) {
        const QString text = denominator > 0 ? scaleText(denominator) : tr("no limit");
        if (box.currentText() != text) box.setCurrentText(text);
    };
    m_shownLeast = least;
    m_shownMost = most;
    limit(*m_least, least);
    limit(*m_most, most);
}

void ScaleRange::read() {
    double least = denominatorIn(m_least->currentText());
    double most = denominatorIn(m_most->currentText());
    if (most > 0 && least > most) std::swap(least, most);
    const bool isNew = least != m_shownLeast || most != m_shownMost;
    show(least, most);
    if (isNew) Q_EMIT edited();
}

}  // namespace app
