// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gis/io/PackedVectorFile.h"
#include "gis/io/SourceState.h"
#include "gis/overlap/AreaForm.h"

namespace gis {

/// Keeps packed layers and what was computed of them in a folder, so that the next run maps them instead of reading
/// and computing again. What is kept goes by the source's SourceState; whatever is missing, cut off, of another
/// version or made on another machine is taken as not there. Nothing is written but by keep(), and nothing elsewhere
/// than in the folder. Any thread.
class PackedCache {
public:
    /// The folder is made when something is kept; one that exists may hold other files.
    explicit PackedCache(std::string folder);

    /// As readPackedLayers, from the cache where it can; `cacheKey` of the layers is set where they can be kept.
    Result<std::vector<PackedLayer>> read(const SourceName& source, const WantedFields& fields = {},
                                          const ReadOptions& options = {}, const JobControl& control = {});

    /// The tree of a layer's shapes, if it was kept.
    std::optional<RunTree> tree(const PackedLayer& layer);
    /// The sums under a form; `formName` must tell all forms apart ("planar", "ellipsoid EPSG:4545").
    std::optional<BoundarySums> sums(const PackedLayer& layer, const RunTree& tree, const AreaForm& form,
                                     const std::string& formName);
    /// What the caller noted of a layer under a name.
    std::optional<std::vector<std::uint32_t>> note(const PackedLayer& layer, const std::string& name);

    /// Remembers what is to be written by keep(). Without effect for a layer without a cacheKey.
    void add(const PackedLayer& layer, const RunTree& tree);
    void add(const PackedLayer& layer, const BoundarySums& sums, const std::string& formName);
    void add(const PackedLayer& layer, const std::string& name, std::vector<std::uint32_t> note);

    /// Writes what was read and added and is not yet there, as long as the sources are still what they were.
    Result<void> keep(const JobControl& control = {});

    /// Whether all that was taken from the cache is what was written, and the sources have the content it was made of.
    /// Reads all of it: for the background, or before results are handed out. What does not match is deleted.
    enum class Verdict { Match, Mismatch, Canceled };
    Verdict verify(const JobControl& control = {});

    /// Deletes the cache's files in a folder, and the folder if nothing else is in it.
    static void wipe(const std::string& folder);

private:
    struct Source;
    struct Pending;
    std::string pathOf(const std::string& key) const;
    std::optional<CacheFile> opened(const std::string& key, const std::string& what);
    std::optional<std::vector<PackedLayer>> kept(const Source& source, const WantedFields& fields,
                                                 const ReadOptions& options, const JobControl& control);
    void remember(const std::string& key, std::shared_ptr<Pending> pending);

    std::string m_folder;
    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<const Source>> m_sources;  ///< by key
    std::map<std::string, std::shared_ptr<Pending>> m_pending;       ///< by key of the file
    std::vector<CacheFile> m_used;
};

}  // namespace gis
