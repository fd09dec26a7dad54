// SPDX-License-Identifier: Apache-2.0
#include "app/dialogs/WorkDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSettings>

namespace app {

WorkDialog::WorkDialog(Workbench& workbench, const QString& id, const QString& title, QSize size)
    : QDialog(&workbench.window), m_workbench(workbench) {
    setObjectName(id);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize room = workbench.window.screen()->availableSize() - QSize(24, 64);
    resize(QSettings().value(QStringLiteral("dialogs/") + id, size).toSize().boundedTo(room));
}

void WorkDialog::done(int result) {
    QSettings().setValue(QStringLiteral("dialogs/") + objectName(), size());
    QDialog::done(result);
}

QPushButton* WorkDialog::addButtons(QVBoxLayout& column, const QString& accept) {
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto* main = new QPushButton(accept, this);
    main->setObjectName(QStringLiteral("accept"));
    main->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(main);
    column.addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(main, &QPushButton::clicked, this, &QDialog::accept);
    return main;
}

QLabel* WorkDialog::note(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* WorkDialog::section(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setProperty("section", true);
    return label;
}

}  // namespace app
