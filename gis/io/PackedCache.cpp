// SPDX-License-Identifier: Apache-2.0
#include "gis/io/PackedCache.h"

#include <QCryptographicHash>
#include <filesystem>

#include "gis/io/PackedLayerCode.h"
#include "gis/overlap/Soundness.h"

namespace gis {

namespace fs = std::filesystem;

/// A source as it was when it was read.
struct PackedCache::Source {
    SourceState state;
    std::string key;                      ///< what it is, a zero, and its state
    std::optional<ContentHash> expected;  ///< of the source, where it was taken from the cache
};

/// A file to be written, with all that its sections point into.
struct PackedCache::Pending {
    std::shared_ptr<const Source> source;
    std::vector<CacheFile::Section> sections;
    std::vector<std::shared_ptr<const void>> held;
    std::shared_ptr<const std::vector<PackedLayer>> layers;  ///< only where it is the layers themselves
    std::vector<std::vector<std::string>> fields;            ///< of each layer
};

namespace {

constexpr const char* ending = ".tucepack";
/// Changes whenever the arrays of a version do not serve the next.
constexpr const char* version = "packed layers 1";

/// `key` with something more of what it is, the state left as it was.
std::string withDetail(const std::string& key, const std::string& detail) {
    const std::size_t state = key.find('\0');
    return key.substr(0, state) + "\n" + detail + key.substr(std::min(state, key.size()));
}

std::string hashText(std::span<const std::uint8_t> hash) {
    const QByteArray bytes(reinterpret_cast<const char*>(hash.data()), static_cast<qsizetype>(hash.size()));
    return "content " + bytes.toHex().toStdString();
}

std::string keyOf(const SourceName& source, const ReadOptions& options, const SourceState& state) {
    std::string key = std::string(version) + "\n" + state.files.front() + "\n" + source.layer + "\n" +
                      options.encoding + "\n" + options.crs.wkt() + "\n" + std::to_string(options.blockEntityLimit);
    return key + '\0' + state.text;
}

}  // namespace

PackedCache::PackedCache(std::string folder) : m_folder(std::move(folder)) {}

/// Named by what it is, not by its state, so that a newer one takes an older one's place.
std::string PackedCache::pathOf(const std::string& key) const {
    const auto identity = QByteArray::fromStdString(key.substr(0, key.find('\0')));
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Blake2b_160);
    return m_folder + "/" + hash.toHex().toStdString() + ending;
}

std::optional<CacheFile> PackedCache::opened(const std::string& key, const std::string& what) {
    if (key.empty()) return std::nullopt;
    const std::string full = withDetail(key, what);
    return CacheFile::open(pathOf(full), full);
}

std::optional<std::vector<PackedLayer>> PackedCache::kept(const Source& source, const WantedFields& fields,
                                                          const ReadOptions& options, const JobControl& control) {
    const auto file = opened(source.key, "layers");
    if (!file) return std::nullopt;
    const auto hash = file->array<std::uint8_t>("source");
    const auto count = file->array<std::uint64_t>("count");
    if (!hash || hash->size() != sizeof(ContentHash) || !count || count->size() != 1 || count->front() > 10'000)
        return std::nullopt;
    std::vector<PackedLayer> layers;
    for (std::size_t i = 0; i < count->front(); ++i) {
        auto layer = PackedLayerCode::layer(*file, i, fields, file->text("path"), control);
        if (!layer || layer->ids.size() > options.featureLimit ||
            layer->shapes.coordinates.size() > options.vertexLimit)
            return std::nullopt;
        // What was computed of other content under the same state must not be taken for this one's.
        layer->cacheKey = withDetail(source.key, "layer " + std::to_string(i)) + hashText(*hash);
        layers.push_back(std::move(*layer));
    }
    auto used = std::make_shared<Source>(source);
    used->expected.emplace();
    std::copy(hash->begin(), hash->end(), used->expected->begin());
    const std::lock_guard lock(m_mutex);
    m_sources[source.key] = std::move(used);
    m_used.push_back(*file);
    return layers;
}

Result<std::vector<PackedLayer>> PackedCache::read(const SourceName& name, const WantedFields& fields,
                                                   const ReadOptions& options, const JobControl& control) {
    const auto state = stateOf(name.path);
    if (!state) return readPackedLayers(name, fields, options, control);
    const auto source = std::make_shared<Source>(Source{*state, keyOf(name, options, *state), std::nullopt});
    if (auto layers = kept(*source, fields, options, control)) {
        // Messages name the source as it was given this time.
        for (PackedLayer& layer : *layers)
            for (Warning& warning : layer.warnings) warning.subject.path = name.path;
        return std::move(*layers);
    }
    TUCE_TRY(layers, readPackedLayers(name, fields, options, control));
    for (const PackedLayer& layer : layers)
        if (!PackedLayerCode::canBeKept(layer, control)) return layers;
    const auto pending = std::make_shared<Pending>();
    pending->source = source;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].cacheKey = withDetail(source->key, "layer " + std::to_string(i));
        pending->fields.push_back(fields ? fields(layers[i].info) : std::vector<std::string>());
    }
    pending->layers = std::make_shared<const std::vector<PackedLayer>>(layers);
    {
        const std::lock_guard lock(m_mutex);
        m_sources[source->key] = source;
    }
    remember(withDetail(source->key, "layers"), pending);
    return layers;
}

void PackedCache::remember(const std::string& key, std::shared_ptr<Pending> pending) {
    const std::lock_guard lock(m_mutex);
    if (!pending->source) {
        // That of a layer: its key begins like the source's and ends with the same state.
        for (const auto& [sourceKey, source] : m_sources) {
            const std::string identity = sourceKey.substr(0, sourceKey.find('\0')) + "\n";
            if (key.starts_with(identity) &&
                key.substr(key.find('\0')).starts_with(sourceKey.substr(sourceKey.find('\0'))))
                pending->source = source;
        }
        if (!pending->source) return;
    }
    m_pending[key] = std::move(pending);
}

std::optional<RunTree> PackedCache::tree(const PackedLayer& layer) {
    const auto file = opened(layer.cacheKey, "tree");
    if (!file) return std::nullopt;
    const auto boxes = file->array<Extent>("boxes");
    const auto shapeStarts = file->array<std::uint32_t>("shapeStarts");
    const auto sequenceRuns = file->array<std::uint32_t>("sequenceRuns");
    const auto runSequences = file->array<std::uint32_t>("runSequences");
    const auto shapeRuns = file->array<std::uint32_t>("shapeRuns");
    if (!boxes || !shapeStarts || !sequenceRuns || !runSequences || !shapeRuns) return std::nullopt;
    RunTree tree{*boxes, *shapeStarts, *sequenceRuns, *runSequences, *shapeRuns, file->storage()};
    if (!isSound(tree, layer.shapes)) return std::nullopt;
    const std::lock_guard lock(m_mutex);
    m_used.push_back(*file);
    return tree;
}

std::optional<BoundarySums> PackedCache::sums(const PackedLayer& layer, const RunTree& tree, const AreaForm& form,
                                              const std::string& formName) {
    const auto file = opened(layer.cacheKey, "sums " + formName);
    if (!file) return std::nullopt;
    const auto atRun = file->array<DoubleDouble>("atRun");
    const auto ofSequence = file->array<DoubleDouble>("ofSequence");
    if (!atRun || !ofSequence) return std::nullopt;
    BoundarySums sums{form, *atRun, *ofSequence, file->storage()};
    if (!isSound(sums, tree, layer.shapes)) return std::nullopt;
    const std::lock_guard lock(m_mutex);
    m_used.push_back(*file);
    return sums;
}

std::optional<std::vector<std::uint32_t>> PackedCache::note(const PackedLayer& layer, const std::string& name) {
    const auto file = opened(layer.cacheKey, "note " + name);
    if (!file) return std::nullopt;
    const auto values = file->array<std::uint32_t>("values");
    if (!values) return std::nullopt;
    const std::lock_guard lock(m_mutex);
    m_used.push_back(*file);
    return std::vector<std::uint32_t>(values->begin(), values->end());
}

void PackedCache::add(const PackedLayer& layer, const RunTree& tree) {
    if (layer.cacheKey.empty()) return;
    const auto pending = std::make_shared<Pending>();
    pending->sections = {CacheFile::section("boxes", tree.boxes), CacheFile::section("shapeStarts", tree.shapeStarts),
                         CacheFile::section("sequenceRuns", tree.sequenceRuns),
                         CacheFile::section("runSequences", tree.runSequences),
                         CacheFile::section("shapeRuns", tree.shapeRuns)};
    pending->held = {tree.storage};
    remember(withDetail(layer.cacheKey, "tree"), pending);
}

void PackedCache::add(const PackedLayer& layer, const BoundarySums& sums, const std::string& formName) {
    if (layer.cacheKey.empty()) return;
    const auto pending = std::make_shared<Pending>();
    pending->sections = {CacheFile::section("atRun", sums.atRun), CacheFile::section("ofSequence", sums.ofSequence)};
    pending->held = {sums.storage};
    remember(withDetail(layer.cacheKey, "sums " + formName), pending);
}

void PackedCache::add(const PackedLayer& layer, const std::string& name, std::vector<std::uint32_t> note) {
    if (layer.cacheKey.empty()) return;
    const auto values = std::make_shared<const std::vector<std::uint32_t>>(std::move(note));
    const auto pending = std::make_shared<Pending>();
    pending->sections = {CacheFile::section("values", std::span<const std::uint32_t>(*values))};
    pending->held = {values};
    remember(withDetail(layer.cacheKey, "note " + name), pending);
}

Result<void> PackedCache::keep(const JobControl& control) {
    std::map<std::string, std::shared_ptr<Pending>> all;
    {
        const std::lock_guard lock(m_mutex);
        all.swap(m_pending);
    }
    if (all.empty()) return {};
    std::error_code error;
    if (!fs::is_directory(m_folder, error)) {
        fs::create_directories(m_folder, error);
        fs::permissions(m_folder, fs::perms::owner_all, error);
    }
    std::map<const Source*, std::optional<ContentHash>> hashes;
    for (const auto& [key, waiting] : all) {
        Pending& pending = *waiting;
        const Source& source = *pending.source;
        if (!hashes.contains(&source)) {
            auto hash = contentHash(source.state, control);
            // Whatever was changed while it was read is not kept.
            const auto now = stateOf(source.state.files.front());
            if (!now || now->text != source.state.text || (source.expected && hash != source.expected)) hash.reset();
            hashes[&source] = hash;
        }
        if (control.cancel.isCanceled()) return canceled();
        const auto& hash = hashes[&source];
        if (!hash) continue;
        std::vector<std::unique_ptr<std::string>> own;
        std::uint64_t count = 0;
        if (pending.layers) {
            count = pending.layers->size();
            pending.sections = {CacheFile::section("source", std::span<const std::uint8_t>(*hash)),
                                CacheFile::section("count", std::span<const std::uint64_t>(&count, 1)),
                                CacheFile::section("path", std::span<const char>(source.state.files.front()))};
            for (std::size_t i = 0; i < count; ++i)
                PackedLayerCode::addSections((*pending.layers)[i], pending.fields[i], i, pending.sections, own);
        }
        const std::string text = pending.layers || key.ends_with(hashText(*hash)) ? std::string() : hashText(*hash);
        TUCE_CHECK(CacheFile::write(pathOf(key), key + text, pending.sections, control));
    }
    return {};
}

PackedCache::Verdict PackedCache::verify(const JobControl& control) {
    std::vector<CacheFile> files;
    std::map<std::string, std::shared_ptr<const Source>> sources;
    {
        const std::lock_guard lock(m_mutex);
        files = m_used;
        sources = m_sources;
    }
    bool match = true;
    std::error_code error;
    for (const CacheFile& file : files) {
        if (file.isWhole(control)) continue;
        if (control.cancel.isCanceled()) return Verdict::Canceled;
        fs::remove(file.path(), error);
        match = false;
    }
    for (const auto& [key, source] : sources) {
        if (!source->expected) continue;
        const auto hash = contentHash(source->state, control);
        if (control.cancel.isCanceled()) return Verdict::Canceled;
        if (hash == source->expected) continue;
        fs::remove(pathOf(withDetail(key, "layers")), error);
        match = false;
    }
    return match ? Verdict::Match : Verdict::Mismatch;
}

void PackedCache::wipe(const std::string& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ending && !entry.is_directory(error)) files.push_back(entry.path());
    for (const fs::path& file : files) fs::remove(file, error);
    fs::remove(folder, error);  // only if nothing else is in it
}

}  // namespace gis
