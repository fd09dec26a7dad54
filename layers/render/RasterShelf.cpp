// SPDX-License-Identifier: Apache-2.0
#include "layers/render/RasterShelf.h"

#include <algorithm>

#include "gis/io/SourceState.h"

namespace layers {

namespace {

std::string stateOf(const std::string& path) {
    const auto state = gis::stateOf(path);
    return state ? state->text : std::string();
}

}  // namespace

gis::Result<RasterShelf::Lease> RasterShelf::take(const std::string& path) {
    std::string state = stateOf(path);
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_idle, [&](const Lease& idle) { return idle.path == path && idle.state != state; });
        const auto found =
            std::find_if(m_idle.begin(), m_idle.end(), [&](const Lease& idle) { return idle.path == path; });
        if (found != m_idle.end()) {
            Lease lease = std::move(*found);
            m_idle.erase(found);
            return lease;
        }
    }
    TUCE_TRY(file, gis::RasterFile::open(path));
    return Lease{path, std::move(state), std::move(file)};
}

void RasterShelf::giveBack(Lease lease) {
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() >= mostFiles) m_idle.erase(m_idle.begin());
    m_idle.push_back(std::move(lease));
}

std::shared_ptr<const RasterShelf::Coarse> RasterShelf::coarse(const Lease& lease) const {
    const std::lock_guard lock(m_mutex);
    for (const Kept& kept : m_coarse)
        if (kept.path == lease.path && kept.state == lease.state) return kept.picture;
    return nullptr;
}

void RasterShelf::keepCoarse(const Lease& lease, std::shared_ptr<const Coarse> picture) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_coarse, [&](const Kept& kept) { return kept.path == lease.path; });
    if (m_coarse.size() >= mostCoarse) m_coarse.erase(m_coarse.begin());
    m_coarse.push_back({lease.path, lease.state, std::move(picture)});
}

}  // namespace layers
