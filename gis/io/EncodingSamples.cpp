// SPDX-License-Identifier: Apache-2.0
#include "gis/io/SourceFile.h"
#include "gis/io/TextEncoding.h"
#include "gis/io/VectorFile.h"

namespace gis {

namespace {

constexpr std::size_t shownTexts = 3;

std::vector<std::string> rawTexts(const std::string& path) {
    const auto file = inspectSource(path);
    if (!file) return {};
    if (file->kind == FileKind::Shapefile) return rawTextsOfTable(file->absolute, shownTexts);
    const bool isText = file->kind == FileKind::Csv || file->kind == FileKind::GeoJson;
    return isText ? rawTextsOfFile(file->absolute, shownTexts) : std::vector<std::string>{};
}

}  // namespace

std::vector<EncodingSample> encodingSamples(const std::string& path, const std::vector<std::string>& encodings) {
    const auto texts = rawTexts(path);
    std::vector<EncodingSample> samples;
    for (const std::string& encoding : encodings) {
        const auto decoder = TextDecoder::make(encoding);
        if (texts.empty() || !decoder) continue;
        EncodingSample sample{encoding, {}, false};
        for (const std::string& text : texts)
            sample.text += (sample.text.empty() ? "" : ", ") + decoder->decode(text, sample.isBroken);
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace gis
