// SPDX-License-Identifier: Apache-2.0
#include "layers/document/TextDecoder.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

#include "layers/document/CodePoints.h"

namespace layers {

namespace {

/// iconv with its handle closed on every way out.
class Converter {
public:
    explicit Converter(const std::string& from) : m_handle(iconv_open("UTF-8", from.c_str())) {}
    ~Converter() {
        if (isOpen()) iconv_close(m_handle);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    bool isOpen() const { return m_handle != reinterpret_cast<iconv_t>(-1); }

    struct Output {
        std::string text;
        std::size_t damaged = 0;
    };
    /// Each byte that cannot be read becomes U+FFFD. Gives up (nullopt) beyond `tolerated` of them.
    std::optional<Output> convert(std::string_view bytes, std::size_t tolerated) {
        Output output;
        output.text.reserve(bytes.size() * 3 / 2);
        char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
        std::size_t left = bytes.size();
        std::array<char, 16384> buffer{};
        while (left > 0) {
            char* out = buffer.data();
            std::size_t room = buffer.size();
            const bool done = iconv(m_handle, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
            const int reason = errno;
            output.text.append(buffer.data(), static_cast<std::size_t>(out - buffer.data()));
            if (done || reason == E2BIG) continue;
            if (++output.damaged > tolerated) return std::nullopt;
            output.text += "\xEF\xBF\xBD";
            if (reason == EINVAL) break;  // the text ends inside a character
            ++in;
            --left;
        }
        return output;
    }

private:
    iconv_t m_handle;
};

/// Characters that fill a third of any Chinese official text, simplified and traditional.
constexpr std::u32string_view commonCharacters =
    U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    U"行学法所民"
    U"得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天"
    U"政四日那社"
    U"义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立"
    U"代想已通并"
    U"提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农"
    U"指几九区强"
    U"放决西被干做必战先回则任取据处理府省市县乡镇村城规划保护推进加快实施服务支持项目共享协同创新生态环境交通办法条例"
    U"规定应当"
    U"這為個國時來們會發動過說產種麵後經進電裡現實體機當業應開還無與關線內數質氣變條沒結問題總統見計別論運農幾區強戰處"
    U"據則";

bool isCommon(char32_t c) {
    static const std::u32string sorted = [] {
        std::u32string set(commonCharacters);
        std::sort(set.begin(), set.end());
        return set;
    }();
    return std::binary_search(sorted.begin(), sorted.end(), c);
}

bool isPlain(char32_t c) {
    return (c >= 0x20 && c < 0x7F) || c == U'\n' || c == U'\r' || c == U'\t' ||
           isOneOf(c, U"，。、；：（）《》“”〔〕　");
}

/// Share of characters one would expect in a document: common Chinese ones count fully, other Han a little less.
double plausibility(const std::string& utf8) {
    const std::u32string text = toCodePoints(std::string_view(utf8).substr(0, 200'000));
    if (text.empty()) return 1;
    double points = 0;
    for (const char32_t c : text) {
        if (isPlain(c) || isCommon(c)) {
            points += 1;
        } else if (c >= 0x4E00 && c <= 0x9FA5) {
            points += 0.4;
        } else if (c < 0x20 || c == 0xFFFD) {
            points -= 1;
        }
    }
    return points / static_cast<double>(text.size());
}

struct Mark {
    std::string_view bytes;
    const char* encoding;
    const char* converter;
};
constexpr std::array<Mark, 5> byteOrderMarks = {{{"\xEF\xBB\xBF", "UTF-8", "UTF-8"},
                                                 {{"\xFF\xFE\0\0", 4}, "UTF-32LE", "UTF-32LE"},
                                                 {{"\0\0\xFE\xFF", 4}, "UTF-32BE", "UTF-32BE"},
                                                 {"\xFF\xFE", "UTF-16LE", "UTF-16LE"},
                                                 {"\xFE\xFF", "UTF-16BE", "UTF-16BE"}}};

const Mark* byteOrderMark(std::string_view bytes) {
    for (const Mark& mark : byteOrderMarks)
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes) return &mark;
    return nullptr;
}

struct Reading {
    std::string encoding;
    Converter::Output output;
    double score = 0;
};

std::optional<Reading> reading(std::string_view bytes, const char* encoding, std::size_t tolerated) {
    Converter converter(encoding);
    if (!converter.isOpen()) return std::nullopt;
    auto output = converter.convert(bytes, tolerated);
    if (!output) return std::nullopt;
    Reading made{encoding, std::move(*output), 0};
    made.score = plausibility(made.output.text);
    return made;
}

/// The best reading that stays below `tolerated` damaged bytes. UTF-8 wins whenever it is valid: other bytes hardly
/// ever are. Text with zero bytes is UTF-16, which as ASCII would be valid UTF-8 too.
std::optional<Reading> bestReading(std::string_view bytes, std::size_t tolerated) {
    const bool hasZero = bytes.find('\0') != std::string_view::npos;
    if (!hasZero)
        if (auto utf8 = reading(bytes, "UTF-8", tolerated)) return utf8;
    std::optional<Reading> best;
    for (const char* encoding : {"GB18030", "UTF-16LE", "UTF-16BE", "BIG5"}) {
        auto candidate = reading(bytes, encoding, tolerated);
        if (candidate && (!best || candidate->score > best->score)) best = std::move(candidate);
    }
    return best;
}

DecodedText decoded(Reading reading, const std::string& path) {
    DecodedText text{std::move(reading.output.text), reading.encoding == "BIG5" ? "Big5" : reading.encoding, {}};
    if (reading.output.damaged > 0)
        text.warnings.push_back({"damaged_bytes",
                                 {path, {}, {}},
                                 gis::message("layers", "%1 bytes are no %2 and were replaced",
                                              {std::to_string(reading.output.damaged), text.encoding})});
    return text;
}

gis::Result<DecodedText> decodedAs(std::string_view bytes, const std::string& encoding, const std::string& path) {
    Converter converter(encoding);
    if (!converter.isOpen())
        return gis::fail(gis::ErrorCode::InvalidArgument, {path, {}, {}},
                         gis::message("layers", "the encoding '%1' is unknown", {encoding}),
                         gis::message("layers", "use UTF-8, GB18030, UTF-16LE, UTF-16BE or Big5"));
    auto output = converter.convert(bytes, bytes.size());
    return decoded({encoding, std::move(*output), 1}, path);
}

}  // namespace

gis::Result<DecodedText> decodeText(const std::string& bytes, const std::string& encoding, const std::string& path) {
    const std::string_view all = bytes;
    const Mark* mark = byteOrderMark(all);
    if (!encoding.empty()) return decodedAs(mark ? all.substr(mark->bytes.size()) : all, encoding, path);
    if (mark != nullptr) {
        TUCE_TRY(text, decodedAs(all.substr(mark->bytes.size()), mark->converter, path));
        text.encoding = mark->encoding;
        return text;
    }
    const std::size_t few = all.size() / 1000 + 2;
    for (const std::size_t tolerated : {std::size_t{0}, few})
        if (auto best = bestReading(all, tolerated); best && (best->score > 0.5 || best->encoding == "UTF-8"))
            return decoded(std::move(*best), path);
    return gis::fail(gis::ErrorCode::InvalidData, {path, {}, {}},
                     gis::message("layers", "the encoding of the text is not recognised"),
                     gis::message("layers", "name it with --encoding, for example GB18030"));
}

}  // namespace layers
