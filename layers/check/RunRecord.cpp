// SPDX-License-Identifier: Apache-2.0
#include "layers/check/RunRecord.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <span>

#include "gis/io/SourceState.h"
#include "layers/check/KindRules.h"
#include "layers/check/RunClock.h"

namespace layers {

namespace {

std::string hexOf(const gis::ContentHash& hash) {
    std::string text;
    for (const std::uint8_t byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

/// Hashes bytes as they come, block by block.
class StreamHash {
public:
    void add(const void* bytes, std::size_t size) {
        const auto* at = static_cast<const std::byte*>(bytes);
        m_block.insert(m_block.end(), at, at + size);
        if (m_block.size() >= blockBytes) flush();
    }
    void add(const std::string& text) {
        const std::size_t size = text.size();  // so that two texts do not run into each other
        add(&size, sizeof size);
        add(text.data(), size);
    }
    std::string taken() {
        flush();
        const auto whole = gis::contentHash(std::as_bytes(std::span(m_hashes)), {{}, {}, 1});
        return whole ? hexOf(*whole) : std::string();
    }

private:
    static constexpr std::size_t blockBytes = std::size_t{1} << 20U;
    void flush() {
        if (const auto hash = gis::contentHash(std::span<const std::byte>(m_block), {{}, {}, 1}))
            m_hashes.push_back(*hash);
        m_block.clear();
    }
    std::vector<std::byte> m_block;
    std::vector<gis::ContentHash> m_hashes;
};

std::string featuresHash(const CheckLayer& layer, const gis::CancelToken& cancel) {
    StreamHash hash;
    std::vector<int> columns;
    for (const std::string& field : layer.columns())
        if (!field.empty()) columns.push_back(layer.table.schema().indexOf(field));
    for (const gis::Feature& feature : layer.table) {
        if (cancel.isCanceled()) return {};
        const std::int64_t id = gis::number(feature.id());
        hash.add(&id, sizeof id);
        for (const int column : columns) hash.add(gis::toText(feature.attribute(column)));
        const gis::Geometry& geometry = feature.geometry();
        for (std::size_t s = 0; s < geometry.sequenceCount(); ++s) {
            const auto positions = geometry.sequence(s);
            const std::size_t count = positions.size();
            hash.add(&count, sizeof count);
            hash.add(positions.data(), positions.size_bytes());
        }
    }
    return hash.taken();
}

std::string fileTimeOf(const gis::SourceState& state) {
    std::int64_t latest = 0;
    for (const std::string& file : state.files) {
        std::error_code failure;
        const auto time = std::filesystem::last_write_time(file, failure);
        if (failure) continue;
        const auto system = std::chrono::file_clock::to_sys(time).time_since_epoch();
        latest = std::max<std::int64_t>(latest, std::chrono::duration_cast<std::chrono::seconds>(system).count());
    }
    if (latest == 0) return {};
    // As archives do that are to come out the same each time.
    if (const auto epoch = sourceDateEpoch()) latest = std::min(latest, *epoch);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(latest)));
}

std::string optionsText(const CheckRun& run, const CheckOptions& options) {
    const auto text = [](const std::optional<double>& value) {
        return value ? gis::toPlainDecimal(*value) : std::string();
    };
    return fmt::format("{} {} {} {} {} {} {} {}", run.programVersion, run.engineVersion, run.areaMethod, run.planCrs,
                       text(options.sliverSquareMetres), text(options.thinMetres), text(options.nearMetres),
                       options.repair);
}

}  // namespace

RunRecord::RunRecord(const CheckInput& input, const std::vector<const CheckedLayer*>& known)
    : m_input(input), m_hashes(input.plan.size() + input.control.size()) {
    for (std::size_t i = 0; i < std::min(known.size(), m_hashes.size()); ++i)
        if (known[i] != nullptr && !known[i]->hash.empty())
            m_hashes[i] = {known[i]->hash, known[i]->isFileHash, known[i]->fileTime, true};
    if (input.options.hashInputs)
        m_thread = std::jthread([this] {
            work();
            m_isDone = true;
        });
}

RunRecord::~RunRecord() { m_cancel.cancel(); }

RunRecord::Hash RunRecord::hashOf(const CheckLayer& layer, const gis::CancelToken& cancel) {
    const auto state = layer.path.empty() ? std::nullopt : gis::stateOf(layer.path);
    const auto hash = state ? gis::contentHash(*state, {cancel, {}, 1}) : std::nullopt;
    if (hash) return {hexOf(*hash), true, fileTimeOf(*state), false};
    return {layer.packed ? std::string() : featuresHash(layer, cancel), false, {}, false};
}

void RunRecord::work() {
    std::map<std::string, Hash> ofFile;  // a file with several layers is read once
    std::size_t number = 0;
    for (const auto* side : {&m_input.plan, &m_input.control}) {
        for (const CheckLayer& layer : *side) {
            if (m_cancel.isCanceled()) return;
            Hash& hash = m_hashes[number++];
            if (hash.isKnown) continue;
            const auto known = ofFile.find(layer.path);
            hash = known != ofFile.end() ? known->second : hashOf(layer, m_cancel);
            if (hash.isFile) ofFile[layer.path] = hash;
        }
    }
}

void RunRecord::complete(CheckReport& report, const gis::CancelToken& cancel) {
    while (m_thread.joinable() && !m_isDone && !cancel.isCanceled())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (cancel.isCanceled()) m_cancel.cancel();
    if (m_thread.joinable()) m_thread.join();
    CheckRun& run = report.run;
    run.programVersion = TUCE_VERSION;
    for (const CheckLayer& layer : m_input.plan)
        if (layer.kindRules && !layer.kindField.empty()) run.kindRules = layer.kindRules;
    StreamHash id;
    id.add(optionsText(run, m_input.options));
    for (std::size_t i = 0; i < report.layers.size() && i < m_hashes.size(); ++i) {
        CheckedLayer& layer = report.layers[i];
        layer.hash = m_hashes[i].hex;
        layer.isFileHash = m_hashes[i].isFile;
        layer.fileTime = m_hashes[i].fileTime;
        for (const std::string& text : {layer.name, layer.hash, layer.crs, toText(layer.rule.type),
                                        toText(layer.rule.direction), std::to_string(layer.featureCount)})
            id.add(text);
    }
    if (!sourceDateEpoch()) id.add(std::to_string(std::chrono::system_clock::now().time_since_epoch().count()));
    run.id = id.taken().substr(0, 16);
}

}  // namespace layers
