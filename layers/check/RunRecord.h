// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "layers/check/RedLineCheck.h"

namespace layers {

/// What a run was made of: hashes of the contents of its inputs, taken by a thread of its own while the check goes on,
/// and the id of the run. A file's hash is that of its bytes; a layer without a file has one of what the check reads of
/// its features.
class RunRecord {
public:
    /// Begins at once, if CheckOptions::hashInputs; the input must outlive this.
    /// `known`: for each layer (plan, then control) what an earlier run said of the very same features, or null: a file
    /// that changed since then was not read again.
    explicit RunRecord(const CheckInput& input, const std::vector<const CheckedLayer*>& known = {});
    RunRecord(const RunRecord&) = delete;
    RunRecord& operator=(const RunRecord&) = delete;
    ~RunRecord();  ///< stops what is not done

    /// Waits for the hashes; fills them, the dates of the files, version, rules by kind and id into a report whose run
    /// and layers (plan, then control, in the order of the input) are otherwise complete. Once canceled it no longer
    /// waits, and hashes are missing.
    void complete(CheckReport& report, const gis::CancelToken& cancel = {});

private:
    struct Hash {
        std::string hex;
        bool isFile = false;
        std::string fileTime;
        bool isKnown = false;
    };
    static Hash hashOf(const CheckLayer& layer, const gis::CancelToken& cancel);
    void work();

    const CheckInput& m_input;
    gis::CancelToken m_cancel;
    std::atomic_bool m_isDone{false};
    std::vector<Hash> m_hashes;  ///< plan, then control
    std::jthread m_thread;
};

}  // namespace layers
