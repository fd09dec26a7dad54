// SPDX-License-Identifier: Apache-2.0
#include "layers/project/ChangeSetCodec.h"

#include "layers/project/PlanJson.h"

namespace layers {

namespace {

/// Builds the document, but stops at a depth that no ChangeSet has: the parser of the library recurses.
class ShallowBuilder : public nlohmann::detail::json_sax_dom_parser<PlanJson> {
    using Base = nlohmann::detail::json_sax_dom_parser<PlanJson>;

public:
    explicit ShallowBuilder(PlanJson& document) : Base(document, false) {}
    bool start_object(std::size_t size) { return deeper() && Base::start_object(size); }
    bool start_array(std::size_t size) { return deeper() && Base::start_array(size); }
    bool end_object() { return shallower() && Base::end_object(); }
    bool end_array() { return shallower() && Base::end_array(); }

private:
    static constexpr int deepest = 32;
    bool deeper() { return ++m_depth <= deepest; }
    bool shallower() {
        --m_depth;
        return true;
    }
    int m_depth = 0;
};

template <class Value, class Write>
PlanJson sideJson(const Value& side, Write write) {
    return side ? write(*side) : PlanJson(nullptr);
}

struct ChangeWriter {
    template <class ChangeOfValue, class Write>
    static PlanJson both(const char* kind, const ChangeOfValue& change, Write write) {
        return {{"kind", kind}, {"before", sideJson(change.before, write)}, {"after", sideJson(change.after, write)}};
    }
    PlanJson operator()(const FeatureChange& change) const {
        PlanJson json = both("feature", change, featureJson);
        json["layer"] = gis::number(change.layer);
        return json;
    }
    PlanJson operator()(const LayerChange& change) const {
        // A change of the head alone leaves the features where they are.
        const bool headOnly = change.before && change.after;
        PlanJson json = both("layer", change, [headOnly](const Layer& layer) {
            if (!headOnly) return layerJson(layer);
            Layer head = layer;
            head.table = gis::FeatureTable();
            return layerJson(head);
        });
        json["position_before"] = change.positionBefore;
        json["position_after"] = change.positionAfter;
        return json;
    }
    PlanJson operator()(const LinkChange& change) const { return both("link", change, linkJson); }
    PlanJson operator()(const DocumentChange& change) const {
        if (change.before && change.after)
            if (auto delta = documentDelta(*change.before, *change.after))
                return {{"kind", "clauses"}, {"before", change.before->id}, {"after", std::move(*delta)}};
        return both("document", change, documentJson);
    }
    PlanJson operator()(const SheetChange& change) const {
        PlanJson json = both("sheet", change, [](const PrintLayout& sheet) { return PlanJson(toJson(sheet)); });
        json["position"] = change.position;
        return json;
    }
    PlanJson operator()(const ApprovalChange& change) const { return both("approval", change, approvalJson); }
    PlanJson operator()(const LabelChange& change) const { return both("label", change, labelPinJson); }
    PlanJson operator()(const InfoChange& change) const {
        return {{"kind", "info"}, {"before", infoJson(change.before)}, {"after", infoJson(change.after)}};
    }
};

template <class Value, class Read>
std::optional<Value> sideFrom(const PlanJson& json, Read read) {
    if (json.is_null()) return std::nullopt;
    return read(json);
}

template <class Value, class Read>
std::shared_ptr<const Value> sharedFrom(const PlanJson& json, Read read) {
    if (json.is_null()) return nullptr;
    return std::make_shared<const Value>(read(json));
}

PrintLayout sheetFrom(const PlanJson& json) {
    auto sheet = printLayoutFromJson(json.get<std::string>());
    if (!sheet) throw UnreadablePlan(gis::describe(sheet.error()));
    return *sheet;
}

DocumentChange clausesFrom(const std::string& id, const PlanJson& delta, const KnownDocuments& known) {
    const auto before = known.find(id);
    if (before == known.end() || !before->second) throw UnreadablePlan("document " + id);
    return {before->second, std::make_shared<const PolicyDocument>(documentFromDelta(*before->second, delta))};
}

Change changeFrom(const PlanJson& json, const KnownDocuments& known) {
    const auto kind = json.at("kind").get<std::string>();
    const PlanJson& before = json.at("before");
    const PlanJson& after = json.at("after");
    if (kind == "feature")
        return FeatureChange{gis::LayerId{json.at("layer").get<std::int64_t>()},
                             sideFrom<gis::Feature>(before, featureFrom), sideFrom<gis::Feature>(after, featureFrom)};
    if (kind == "layer")
        return LayerChange{sharedFrom<Layer>(before, layerFrom), sharedFrom<Layer>(after, layerFrom),
                           json.at("position_before").get<int>(), json.at("position_after").get<int>()};
    if (kind == "link")
        return LinkChange{sideFrom<ClauseLink>(before, linkFrom), sideFrom<ClauseLink>(after, linkFrom)};
    if (kind == "document")
        return DocumentChange{sharedFrom<PolicyDocument>(before, documentFrom),
                              sharedFrom<PolicyDocument>(after, documentFrom)};
    if (kind == "clauses") return clausesFrom(before.get<std::string>(), after, known);
    if (kind == "sheet")
        return SheetChange{sideFrom<PrintLayout>(before, sheetFrom), sideFrom<PrintLayout>(after, sheetFrom),
                           json.at("position").get<int>()};
    if (kind == "approval")
        return ApprovalChange{sideFrom<Approval>(before, approvalFrom), sideFrom<Approval>(after, approvalFrom)};
    if (kind == "label")
        return LabelChange{sideFrom<LabelPin>(before, labelPinFrom), sideFrom<LabelPin>(after, labelPinFrom)};
    if (kind == "info") return InfoChange{infoFrom(before), infoFrom(after)};
    throw UnreadablePlan("kind " + kind);
}

}  // namespace

std::vector<std::uint8_t> encodeChangeSet(const ChangeSet& change) {
    PlanJson changes = PlanJson::array();
    for (const Change& one : change.changes) changes.push_back(std::visit(ChangeWriter{}, one));
    return PlanJson::to_cbor({{"text", gis::translated(change.text)}, {"changes", std::move(changes)}});
}

gis::Result<ChangeSet> decodeChangeSet(std::span<const std::uint8_t> bytes, const KnownDocuments& known) {
    const auto wrong = [](const std::string& detail) {
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "a recorded change cannot be read"),
                         {}, detail);
    };
    try {
        PlanJson json;
        ShallowBuilder builder(json);
        if (!PlanJson::sax_parse(bytes, &builder, PlanJson::input_format_t::cbor)) return wrong("CBOR");
        ChangeSet change;
        change.text = gis::message("layers", "%1", {json.at("text").get<std::string>()});
        for (const PlanJson& one : json.at("changes")) change.changes.push_back(changeFrom(one, known));
        return change;
    } catch (const std::exception& error) {
        return wrong(error.what());
    }
}

}  // namespace layers
