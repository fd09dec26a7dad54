// SPDX-License-Identifier: Apache-2.0
#include "app/panels/SchemeFilter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <algorithm>
#include <map>
#include <set>

#include "app/panels/PlanWords.h"

namespace app {

namespace {

bool isChosen(const QComboBox& box, const std::string& word) {
    return box.currentIndex() <= 0 || box.currentData().toString() == text(word);
}

QString titleOf(const std::string& id, const layers::Scheme& scheme, const layers::PolicyCorpus& corpus) {
    if (const auto document = corpus.document(id)) return text(document->title);
    const layers::SchemeDocument* document = scheme.document(id);
    return text(document != nullptr && !document->title.empty() ? document->title : id);
}

/// The words in the order in which the scheme first has them, each once.
template <typename Word>
std::vector<std::string> distinct(const layers::Scheme& scheme, Word word) {
    std::vector<std::string> found;
    for (const layers::SchemeElement& element : scheme.elements)
        if (const std::string one = word(element);
            !one.empty() && std::find(found.begin(), found.end(), one) == found.end())
            found.push_back(one);
    return found;
}

/// A place of a scheme as it is offered: by its code where others bear the same name, else by its name.
struct Place {
    std::string key, adcode;
    QString title;
};

/// Members in the order of their codes, so that the units of a prefecture stand together; those without last.
std::vector<Place> placesOf(const layers::Scheme& scheme) {
    std::map<std::pair<bool, std::string>, const layers::SchemePlace*> places;
    std::map<std::string, std::set<std::string>> codes;
    for (const layers::SchemeElement& element : scheme.elements)
        for (const layers::SchemePlace& member : element.members) {
            if (!member.adcode.empty()) codes[member.name].insert(member.adcode);
            places.try_emplace({member.adcode.empty(), member.adcode + "/" + member.name}, &member);
        }
    std::vector<Place> found;
    for (const auto& [order, place] : places) {
        const std::size_t namesakes = codes[place->name].size();
        if (place->adcode.empty() && namesakes > 0) continue;  // found by the name of those with a code
        if (namesakes > 1)
            found.push_back({place->adcode, place->adcode, text(place->name) + u' ' + text(place->adcode)});
        else
            found.push_back({place->name, place->adcode, text(place->name)});
    }
    return found;
}

/// The same unit, or one inside it (GB/T 2260: 510000 holds 511000, that holds 511002).
bool isWithin(const std::string& adcode, const std::string& unit) {
    if (unit.size() != 6 || adcode.size() < 6) return !unit.empty() && adcode == unit;
    const std::size_t digits = unit.ends_with("0000") ? 2 : unit.ends_with("00") ? 4 : 6;
    return adcode.compare(0, digits, unit, 0, digits) == 0;
}

}  // namespace

SchemeFilter::SchemeFilter(QWidget* parent)
    : QWidget(parent),
      m_document(new QComboBox(this)),
      m_kind(new QComboBox(this)),
      m_stage(new QComboBox(this)),
      m_place(new QComboBox(this)),
      m_drawn(new QComboBox(this)) {
    if (auto stages = layers::shippedStatusClasses()) m_stages = std::move(*stages);
    m_document->setObjectName(QStringLiteral("documentFilter"));
    m_document->setAccessibleName(tr("Document"));
    m_kind->setObjectName(QStringLiteral("kindFilter"));
    m_kind->setAccessibleName(tr("Kind"));
    m_stage->setObjectName(QStringLiteral("stageFilter"));
    m_stage->setAccessibleName(tr("Stage"));
    m_place->setObjectName(QStringLiteral("placeFilter"));
    m_place->setAccessibleName(tr("Place"));
    m_drawn->setObjectName(QStringLiteral("drawnFilter"));
    m_drawn->setAccessibleName(tr("Drawn"));
    for (const auto& [title, drawn] :
         {std::pair{tr("Drawn or not"), Drawn::Any}, std::pair{tr("Drawn"), Drawn::Yes},
          std::pair{tr("Not drawn"), Drawn::No}, std::pair{tr("Changed by hand"), Drawn::ByHand},
          std::pair{tr("To be rebuilt"), Drawn::Outdated}, std::pair{tr("Differs from the document"), Drawn::Differs},
          std::pair{tr("Without a shape"), Drawn::Impossible}})
        m_drawn->addItem(title, int(drawn));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QComboBox* box : {m_document, m_kind, m_stage, m_place, m_drawn}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
        row->addWidget(box, 1);
        connect(box, &QComboBox::activated, this, &SchemeFilter::changed);
    }
}

void SchemeFilter::offer(QComboBox& box, const QString& all,
                         const std::vector<std::pair<std::string, QString>>& choices) {
    const QSignalBlocker quiet(box);
    const QVariant before = box.currentData();
    box.clear();
    box.addItem(all);
    for (const auto& [word, title] : choices) box.addItem(title, text(word));
    box.setEnabled(choices.size() > 1);
    box.setCurrentIndex(before.isValid() ? std::max(0, box.findData(before)) : 0);
}

void SchemeFilter::fill(const layers::Scheme& scheme, const layers::PolicyCorpus& corpus) {
    std::vector<std::pair<std::string, QString>> documents, kinds, stages;
    for (const std::string& id : distinct(scheme, [](const auto& element) { return element.documentId; }))
        documents.emplace_back(id, titleOf(id, scheme, corpus));
    for (const std::string& word : distinct(scheme, [](const auto& element) { return element.kind; }))
        kinds.emplace_back(word, PlanWords::elementKind(word));
    const auto present = distinct(scheme, [](const auto& element) { return element.statusClass; });
    layers::SchemeElement of;
    for (const layers::StatusClass& stage : m_stages.classes) {  // in the order of the way, not of the scheme
        of.statusClass = stage.word;
        if (std::find(present.begin(), present.end(), stage.word) != present.end())
            stages.emplace_back(stage.word, stageOf(of));
    }
    offer(*m_document, tr("All documents"), documents);
    offer(*m_kind, tr("All kinds"), kinds);
    offer(*m_stage, tr("All stages"), stages);
    std::vector<std::pair<std::string, QString>> places;
    m_placeCodes.clear();
    for (const Place& place : placesOf(scheme)) {
        places.emplace_back(place.key, place.title);
        m_placeCodes[place.key] = place.adcode;
    }
    offer(*m_place, tr("All places"), places);
}

bool SchemeFilter::asksForDrawn() const { return Drawn(m_drawn->currentData().toInt()) != Drawn::Any; }

bool SchemeFilter::takes(const layers::SchemeElement& element, const std::vector<Drawn>& drawn) const {
    const std::string place = m_place->currentData().toString().toStdString();
    const auto code = m_placeCodes.find(place);
    const auto isMeant = [&](const layers::SchemePlace& member) {
        if (member.adcode.empty() || code == m_placeCodes.end() || code->second.empty()) return member.name == place;
        return isWithin(member.adcode, code->second);
    };
    const bool isThere =
        m_place->currentIndex() <= 0 || std::any_of(element.members.begin(), element.members.end(), isMeant);
    const auto wanted = Drawn(m_drawn->currentData().toInt());
    return isChosen(*m_document, element.documentId) && isChosen(*m_kind, element.kind) &&
           isChosen(*m_stage, element.statusClass) && isThere &&
           (wanted == Drawn::Any || std::find(drawn.begin(), drawn.end(), wanted) != drawn.end());
}

QStringList SchemeFilter::wordsOf(const layers::SchemeElement& element) {
    QStringList words{text(element.name),      text(element.shortName),    PlanWords::elementKind(element.kind),
                      text(element.clauseId),  text(element.clauseNumber), text(element.clauseHeading),
                      text(element.quote.text)};
    for (const std::string& alias : element.aliases) words << text(alias);
    for (const layers::SchemePlace& member : element.members) words << text(member.name);
    for (const layers::SchemeCarrier& carrier : element.carriers) words << text(carrier.name);
    return words;
}

QString SchemeFilter::stageOf(const layers::SchemeElement& element) const {
    const layers::StatusClass* stage = m_stages.find(element.statusClass);
    if (stage == nullptr) return text(element.statusClass);
    // The classes are data with titles in Chinese and, beside them, English ones.
    const bool chinese = QLocale().language() == QLocale::Chinese;
    return text(chinese || stage->englishTitle.empty() ? stage->title : stage->englishTitle);
}

}  // namespace app
