// SPDX-License-Identifier: Apache-2.0
#include "app/panels/ElementSection.h"

#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/PlanWords.h"
#include "app/panels/SchemeWords.h"
#include "app/session/Quantities.h"
#include "app/session/Session.h"
#include "app/window/ActionRegistry.h"
#include "gis/feature/Value.h"

namespace app {

namespace {

constexpr double squareKilometre = 1e6;
constexpr double kilometre = 1e3;
constexpr int ratioDecimals = 2;

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) list << text(name);
    return list.join(QStringLiteral("、"));
}

QString amountOf(const layers::SchemeFact& fact) {
    return fact.value ? text(gis::toPlainDecimal(*fact.value)) + QStringLiteral(" ") + text(fact.unit) : QString();
}

QString factText(const layers::SchemeFact& fact) {
    QStringList about{SchemeWords::factType(fact.type)};
    if (fact.year) about.prepend(QString::number(*fact.year));
    return (text(fact.indicator) + u' ' + amountOf(fact)).trimmed() +
           ElementSection::tr(" (%1)").arg(about.join(QStringLiteral(", ")));
}

/// The drawn size, and how it stands to the figure that the paper prints.
QString beside(const QString& drawn, const std::optional<layers::SchemeFact>& printed, std::optional<double> ratio) {
    if (!printed) return drawn;
    return drawn + u'\n' +
           ElementSection::tr("%1 printed; drawn is %2 % of it")
               .arg(amountOf(*printed), grouped(ratio.value_or(0) * 100, ratioDecimals));
}

}  // namespace

ElementSection::ElementSection(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("elementSection"));
    if (auto stages = layers::shippedStatusClasses()) m_stages = std::move(*stages);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    auto* title = new QLabel(tr("Figures and documents"), this);
    title->setProperty("section", true);
    auto* change = new QToolButton(this);
    change->setObjectName(QStringLiteral("changeProfile"));
    change->setText(tr("Change…"));
    change->setToolTip(tr("Name, status, rank, figures and relations"));
    change->setAutoRaise(true);
    connect(change, &QToolButton::clicked, this,
            [this] { m_workbench.actions.trigger(QStringLiteral("scheme.profile")); });
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(change);
    m_column->addLayout(head);
    hide();
    Session& session = m_workbench.session;
    connect(&session.selection(), &Selection::featuresChanged, this, &ElementSection::refresh);
    connect(&session, &Session::planChanged, this, &ElementSection::refresh);
    connect(&session, &Session::projectChanged, this, &ElementSection::refresh);
    refresh();
}

void ElementSection::refresh() {
    const FeatureSet& picked = m_workbench.session.selection().features();
    const auto plan = m_workbench.session.snapshot();
    if (!plan || picked.features.size() != 1) {
        m_job.cancel();
        return hide();
    }
    m_job.start(
        this,
        [plan, picked](const gis::JobControl&) {
            return layers::elementAccount(*plan, picked.layer, picked.features.front());
        },
        [this](gis::Result<std::optional<layers::ElementAccount>> account) {
            setVisible(account && *account);
            if (account && *account) show(**account);
        });
}

void ElementSection::retireBody() {
    if (m_body == nullptr) return;
    m_body->hide();
    m_body->deleteLater();
    m_body = nullptr;
}

void ElementSection::addRow(QFormLayout& form, const QString& name, const QString& value, const char* objectName) {
    auto* head = new QLabel(name, m_body);
    head->setProperty("muted", true);
    auto* shown = new QLabel(value, m_body);
    shown->setWordWrap(true);
    shown->setTextFormat(Qt::PlainText);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (objectName != nullptr) shown->setObjectName(QLatin1String(objectName));
    form.addRow(head, shown);
}

void ElementSection::show(const layers::ElementAccount& account) {
    retireBody();
    m_body = new QWidget(this);
    m_column->addWidget(m_body);
    auto* form = new QFormLayout(m_body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addFigures(*form, account);
    addPapers(*form, account);
}

void ElementSection::addFigures(QFormLayout& form, const layers::ElementAccount& account) {
    const layers::ElementStatistics& drawn = account.statistics;
    if (drawn.areaSquareMetres)
        addRow(form, tr("Area"),
               beside(tr("%1 km²").arg(grouped(*drawn.areaSquareMetres / squareKilometre, 1)), account.printedArea,
                      drawn.areaRatio()),
               "accountArea");
    if (drawn.lengthMetres)
        addRow(form, tr("Length"),
               beside(tr("%1 km").arg(grouped(*drawn.lengthMetres / kilometre, 1)), account.printedLength,
                      drawn.lengthRatio()),
               "accountLength");
    QString members = QString::number(drawn.members);
    if (drawn.membersWithoutBoundary > 0)
        members += tr(" (%1 by their seat: no boundary loaded)").arg(drawn.membersWithoutBoundary);
    if (drawn.members > 0) addRow(form, tr("Members"), members, "accountMembers");
    QStringList facts;
    for (const layers::SchemeFact& fact : account.element.facts) facts << factText(fact);
    if (!facts.isEmpty()) addRow(form, tr("Stated"), facts.join(u'\n'), "accountFacts");
    QStringList relations;
    for (const layers::RelatedElement& one : account.relations) {
        const QString words = SchemeWords::relation(one.relation.type) + u' ' +
                              (one.name.empty() ? text(one.relation.target) : text(one.name));
        relations << (one.relation.inferred ? tr("%1 (inferred)").arg(words) : words);
    }
    if (!relations.isEmpty()) addRow(form, tr("Relations"), relations.join(u'\n'), "accountRelations");
}

void ElementSection::addPapers(QFormLayout& form, const layers::ElementAccount& account) {
    const auto status = [this](const layers::SchemeElement& element) {
        return SchemeWords::status(element.statusWording, element.statusClass, m_stages);
    };
    if (const QString words = status(account.element); !words.isEmpty())
        addRow(form, tr("Status"), words, "accountStatus");
    const auto titled = [](const QString& title, const QString& date) {
        return date.isEmpty() ? title : title + QStringLiteral(" (%1)").arg(date);
    };
    if (account.statements.empty()) {
        const QString title = text(account.document.title);
        if (!title.isEmpty()) addRow(form, tr("Document"), titled(title, text(account.document.date)));
        return;
    }
    QStringList lines;
    for (const layers::ComparedStatement& one : account.statements) {
        lines << titled(text(one.statement.documentTitle), text(one.statement.date));
        QStringList parts{text(one.element.name)};
        if (const QString words = status(one.element); !words.isEmpty()) parts << words;
        if (!one.element.members.empty()) parts << tr("%1 members").arg(one.element.members.size());
        if (!one.added.empty()) parts << tr("new: %1").arg(joined(one.added));
        if (!one.leftOut.empty()) parts << tr("no longer: %1").arg(joined(one.leftOut));
        lines << parts.join(QStringLiteral(" · "));
    }
    addRow(form, tr("Documents"), lines.join(u'\n'), "accountStatements");
}

}  // namespace app
