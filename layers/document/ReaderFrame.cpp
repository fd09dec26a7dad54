// SPDX-License-Identifier: Apache-2.0
#include "layers/document/ReaderFrame.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "layers/document/CodePoints.h"
#include "layers/document/DocumentWords.h"

namespace layers {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longestWords = 400;  // bytes of an argument or detail that another process may have shown

/// One line, of bearable length, without control characters.
std::string shownWords(const std::string& text) {
    std::u32string shown;
    for (const char32_t c : toCodePoints(std::string_view(text).substr(0, longestWords)))
        if (c >= 0x20 && c != 0x7F) shown += c;
    return toUtf8(shown);
}

Json messageJson(const gis::Message& message) {
    return {{"word", static_cast<int>(documentWord(message).value_or(DocumentWord::Failed))},
            {"arguments", message.arguments}};
}

gis::Message messageFrom(const Json& json) {
    const int word = json.at("word").get<int>();
    const bool known = word >= 0 && word < static_cast<int>(DocumentWord::Count);
    std::vector<std::string> arguments;
    for (const Json& argument : json.at("arguments")) {
        if (arguments.size() >= 8) break;
        arguments.push_back(shownWords(argument.get<std::string>()));
    }
    return documentMessage(known ? static_cast<DocumentWord>(word) : DocumentWord::Failed, std::move(arguments));
}

Json errorJson(const gis::Error& error) {
    std::string detail = error.detail;
    if (!documentWord(error.problem)) detail = error.problem.source;
    Json json{{"code", static_cast<int>(error.code)}, {"problem", messageJson(error.problem)}, {"detail", detail}};
    if (documentWord(error.advice)) json["advice"] = messageJson(error.advice);
    return json;
}

gis::Error errorFrom(const Json& json) {
    gis::Error error;
    const int code = json.at("code").get<int>();
    const bool known = code >= 0 && code <= static_cast<int>(gis::ErrorCode::Internal);
    error.code = known ? static_cast<gis::ErrorCode>(code) : gis::ErrorCode::Unreadable;
    error.problem = messageFrom(json.at("problem"));
    if (json.contains("advice")) error.advice = messageFrom(json.at("advice"));
    error.detail = shownWords(json.at("detail").get<std::string>());
    return error;
}

Json textJson(const DocumentText& text) {
    Json json{{"kind", text.kind}, {"encoding", text.encoding}, {"basis", text.encodingBasis}};
    for (const LineRange& range : text.tables) json["tables"].push_back({range.from, range.to});
    for (const gis::Warning& warning : text.warnings)
        json["warnings"].push_back({{"kind", warning.kind}, {"text", messageJson(warning.text)}});
    return json;
}

/// `kind` of a warning is a word for programs and goes into files: small letters and bars only.
std::string plainWord(const std::string& word) {
    std::string plain;
    for (const char c : word.substr(0, 40))
        if ((c >= 'a' && c <= 'z') || c == '_') plain += c;
    return plain;
}

DocumentText textFrom(const Json& json, std::string words) {
    DocumentText text;
    text.text = toUtf8(toCodePoints(words));
    text.kind = plainWord(json.at("kind").get<std::string>());
    text.encoding = shownWords(json.at("encoding").get<std::string>()).substr(0, 40);
    text.encodingBasis = plainWord(json.at("basis").get<std::string>());
    const auto lines = static_cast<std::size_t>(std::count(text.text.begin(), text.text.end(), '\n')) + 1;
    if (json.contains("tables"))
        for (const Json& range : json.at("tables")) {
            const LineRange made{range.at(0).get<std::size_t>(), range.at(1).get<std::size_t>()};
            if (made.from < made.to && made.to <= lines) text.tables.push_back(made);
        }
    if (json.contains("warnings"))
        for (const Json& warning : json.at("warnings"))
            text.warnings.push_back(
                {plainWord(warning.at("kind").get<std::string>()), {}, messageFrom(warning.at("text"))});
    return text;
}

std::string framed(const Json& json, const std::string& words) {
    const std::string head = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return std::to_string(head.size()) + " " + std::to_string(words.size()) + "\n" + head + words;
}

}  // namespace

std::string readerFrame(const gis::Result<DocumentText>& read) {
    if (!read) return framed({{"error", errorJson(read.error())}}, {});
    return framed(textJson(*read), read->text);
}

std::optional<gis::Result<DocumentText>> fromReaderFrame(const std::string& frame) {
    std::size_t headSize = 0;
    std::size_t textSize = 0;
    const char* end = frame.data() + std::min<std::size_t>(frame.size(), 64);
    const auto first = std::from_chars(frame.data(), end, headSize);
    if (first.ec != std::errc() || first.ptr >= end || *first.ptr != ' ') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, textSize);
    if (second.ec != std::errc() || second.ptr >= end || *second.ptr != '\n') return std::nullopt;
    const auto start = static_cast<std::size_t>(second.ptr + 1 - frame.data());
    const std::size_t rest = frame.size() - start;
    if (headSize > rest || textSize != rest - headSize) return std::nullopt;
    const Json json = Json::parse(frame.substr(start, headSize), nullptr, false);
    if (!json.is_object()) return std::nullopt;
    try {
        if (json.contains("error")) return gis::Result<DocumentText>(tl::unexpected(errorFrom(json.at("error"))));
        return gis::Result<DocumentText>(textFrom(json, frame.substr(start + headSize)));
    } catch (const Json::exception&) {
        return std::nullopt;  // of another shape than we write
    }
}

}  // namespace layers
