// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "gis/base/Result.h"

namespace gis {

/// Turns UTF-8 into the bytes of an encoding that tables are written in. One thread.
class TextEncoder {
public:
    /// "UTF-8", or "GBK" and its other names (CP936, GB2312 …); InvalidArgument for any other.
    static Result<TextEncoder> make(const std::string& encoding);
    TextEncoder(TextEncoder&&) noexcept;
    TextEncoder& operator=(TextEncoder&&) noexcept;
    ~TextEncoder();

    /// "UTF-8" or "GBK".
    const std::string& name() const;
    bool isUtf8() const;
    /// A '?' stands for a character that the encoding does not hold; such ones are added to `lost`, each once.
    std::string encode(const std::string& text, std::string& lost) const;
    /// The first `most` bytes of encoded text or fewer, so that no character is cut in two.
    std::string cut(const std::string& bytes, std::size_t most) const;
    /// Encoded text as UTF-8 again.
    std::string decode(const std::string& bytes) const;

private:
    struct Data;
    explicit TextEncoder(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

}  // namespace gis
