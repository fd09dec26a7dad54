// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <optional>

#include "layers/style/FilterNode.h"

namespace layers {

namespace {

constexpr std::size_t longest = 4000;
constexpr int deepest = 60;

enum class TokenKind { Word, QuotedField, Text, Number, Sign, End };

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text;  ///< without its quotes
    std::size_t place = 0;
};

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// A condition's text as tokens, one after the other. The first error stays.
class FilterScanner {
public:
    explicit FilterScanner(const std::string& text) : m_text(text) { next(); }

    const Token& token() const { return m_token; }
    bool isWord(const char* word) const { return m_token.kind == TokenKind::Word && lowered(m_token.text) == word; }
    bool isSign(const char* sign) const { return m_token.kind == TokenKind::Sign && m_token.text == sign; }
    bool takeWord(const char* word) { return isWord(word) && (next(), true); }
    bool takeSign(const char* sign) { return isSign(sign) && (next(), true); }

    void next() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || (m_text[m_at] >= '\t' && m_text[m_at] <= '\r'))) ++m_at;
        m_token = {TokenKind::End, {}, m_at};
        if (m_at >= m_text.size() || m_error) return;
        const char c = m_text[m_at];
        if (c == '\'' || c == '"') return takeQuoted(c);
        if ((c >= '0' && c <= '9') || ((c == '-' || c == '.') && hasDigitAt(m_at + 1))) return takeNumber();
        if (isWordByte(c)) return takeWhile(TokenKind::Word, isWordByte);
        takeSigns(c);
    }

    void fail(const gis::Message& what) { fail(what, m_token.place); }
    const std::optional<gis::Error>& error() const { return m_error; }

private:
    bool hasDigitAt(std::size_t at) const { return at < m_text.size() && m_text[at] >= '0' && m_text[at] <= '9'; }

    template <class Belongs>
    void takeWhile(TokenKind kind, Belongs belongs) {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && belongs(m_text[m_at])) ++m_at;
        m_token = {kind, m_text.substr(begin, m_at - begin), begin};
    }

    void takeNumber() {
        const std::size_t begin = m_at;
        double value = 0;
        const char* first = m_text.data() + begin;
        const auto [end, error] = std::from_chars(first, m_text.data() + m_text.size(), value);
        if (error != std::errc()) return fail(gis::message("layers", "this number is out of range"), begin);
        m_at = begin + static_cast<std::size_t>(end - first);
        m_token = {TokenKind::Number, std::string(first, end), begin};
        if (m_at < m_text.size() && isWordByte(m_text[m_at]))
            fail(gis::message("layers",
                              "a number ends here without a space; names that begin with a digit stand in "
                              "double quotes"),
                 m_at);
    }

    void takeQuoted(char quote) {
        const std::size_t begin = m_at++;
        m_token = {quote == '"' ? TokenKind::QuotedField : TokenKind::Text, {}, begin};
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c != quote) {
                m_token.text += c;
            } else if (m_at < m_text.size() && m_text[m_at] == quote) {
                m_token.text += c;
                ++m_at;
            } else {
                return;
            }
        }
        fail(gis::message("layers", "the quote that opens here is not closed"), begin);
    }

    void takeSigns(char c) {
        for (const char* sign : {"<=", ">=", "<>", "!=", "==", "=", "<", ">", "(", ")", ","})
            if (m_text.compare(m_at, std::char_traits<char>::length(sign), sign) == 0) {
                m_token = {TokenKind::Sign, sign, m_at};
                m_at += m_token.text.size();
                return;
            }
        fail(gis::message("layers", "the sign %1 has no meaning here", {std::string(1, c)}), m_at);
    }

    void fail(const gis::Message& what, std::size_t place) {
        if (m_error) return;
        // People count characters, not the bytes of UTF-8.
        const auto before = std::count_if(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(place),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        m_error = gis::fail(gis::ErrorCode::InvalidData, {},
                            gis::message("layers", "condition, character %1: %2",
                                         {std::to_string(before + 1), gis::translated(what)}))
                      .value();
    }

    const std::string& m_text;
    std::size_t m_at = 0;
    Token m_token;
    std::optional<gis::Error> m_error;
};

class FilterParser {
public:
    explicit FilterParser(const std::string& text) : m_scan(text) {}

    gis::Result<FilterNodePtr> parse() {
        FilterNodePtr root = either();
        if (!m_scan.error() && m_scan.token().kind != TokenKind::End)
            m_scan.fail(gis::message("layers", "\"and\", \"or\" or the end is wanted here"));
        if (m_scan.error()) return tl::unexpected<gis::Error>(*m_scan.error());
        return root;
    }

private:
    static FilterNodePtr made(FilterOperator what, std::vector<FilterNodePtr> children) {
        return std::make_shared<const FilterNode>(FilterNode{what, std::move(children), {}});
    }
    static FilterNodePtr negated(FilterNodePtr node, bool yes) {
        return yes ? made(FilterOperator::Not, {std::move(node)}) : node;
    }

    FilterNodePtr either() {
        std::vector<FilterNodePtr> parts{both()};
        while (!m_scan.error() && m_scan.takeWord("or")) parts.push_back(both());
        return parts.size() == 1 ? parts.front() : made(FilterOperator::Or, std::move(parts));
    }

    FilterNodePtr both() {
        std::vector<FilterNodePtr> parts{single()};
        while (!m_scan.error() && m_scan.takeWord("and")) parts.push_back(single());
        return parts.size() == 1 ? parts.front() : made(FilterOperator::And, std::move(parts));
    }

    FilterNodePtr single() {
        if (m_scan.error()) return nullptr;
        if (++m_depth > deepest) {
            m_scan.fail(gis::message("layers", "the condition is nested too deep"));
            return nullptr;
        }
        FilterNodePtr node;
        if (m_scan.takeWord("not")) {
            node = made(FilterOperator::Not, {single()});
        } else if (m_scan.takeSign("(")) {
            node = either();
            if (!m_scan.takeSign(")")) m_scan.fail(gis::message("layers", "a closing parenthesis is wanted here"));
        } else {
            node = comparison();
        }
        --m_depth;
        return node;
    }

    FilterNodePtr comparison() {
        FilterNode node;
        node.operands.push_back(operand());
        if (m_scan.takeWord("is")) {
            const bool isNot = m_scan.takeWord("not");
            if (!m_scan.takeWord("null")) m_scan.fail(gis::message("layers", "\"null\" is wanted here"));
            node.what = FilterOperator::IsNull;
            return negated(std::make_shared<const FilterNode>(std::move(node)), isNot);
        }
        const bool isNot = m_scan.takeWord("not");
        if (m_scan.takeWord("in")) {
            node.what = FilterOperator::In;
            list(node);
        } else if (m_scan.takeWord("like")) {
            node.what = FilterOperator::Like;
            if (m_scan.token().kind != TokenKind::Text)
                m_scan.fail(gis::message("layers", "a text in single quotes is wanted here"));
            node.operands.push_back(operand());
        } else if (isNot) {
            m_scan.fail(gis::message("layers", "\"in\" or \"like\" is wanted here"));
        } else {
            compare(node);
        }
        return negated(std::make_shared<const FilterNode>(std::move(node)), isNot);
    }

    void compare(FilterNode& node) {
        static constexpr std::pair<const char*, FilterOperator> signs[] = {
            {"=", FilterOperator::Equal},        {"==", FilterOperator::Equal},
            {"<>", FilterOperator::Unequal},     {"!=", FilterOperator::Unequal},
            {"<=", FilterOperator::LessOrEqual}, {">=", FilterOperator::GreaterOrEqual},
            {"<", FilterOperator::Less},         {">", FilterOperator::Greater}};
        for (const auto& [sign, what] : signs)
            if (m_scan.takeSign(sign)) {
                node.what = what;
                node.operands.push_back(operand());
                return;
            }
        m_scan.fail(gis::message("layers", "a comparison (=, <>, <, <=, >, >=, in, like, is null) is wanted here"));
    }

    void list(FilterNode& node) {
        if (!m_scan.takeSign("(")) m_scan.fail(gis::message("layers", "an opening parenthesis is wanted here"));
        do node.operands.push_back(operand());
        while (!m_scan.error() && m_scan.takeSign(","));
        if (!m_scan.takeSign(")"))
            m_scan.fail(gis::message("layers", "a comma or a closing parenthesis is wanted here"));
    }

    FilterOperand operand() {
        FilterOperand operand;
        const Token token = m_scan.token();
        const std::string word = token.kind == TokenKind::Word ? lowered(token.text) : std::string();
        const bool isReserved =
            word == "and" || word == "or" || word == "not" || word == "in" || word == "is" || word == "like";
        if (token.kind == TokenKind::Text) {
            operand.literal = token.text;
        } else if (token.kind == TokenKind::Number) {
            operand.literal = numberOf(token.text);
        } else if (word == "true" || word == "false") {
            operand.literal = std::int64_t{word == "true"};
        } else if ((token.kind == TokenKind::Word && !isReserved && word != "null") ||
                   (token.kind == TokenKind::QuotedField && !token.text.empty())) {
            operand.field = token.text;
        } else if (word != "null") {
            m_scan.fail(gis::message("layers", "a field or a value is wanted here"));
            return operand;
        }
        m_scan.next();
        return operand;
    }

    static gis::Value numberOf(const std::string& text) {
        std::int64_t whole = 0;
        const char* end = text.data() + text.size();
        if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
            return whole;
        double value = 0;
        std::from_chars(text.data(), end, value);
        return value;
    }

    FilterScanner m_scan;
    int m_depth = 0;
};

}  // namespace

gis::Result<FilterNodePtr> parseFilter(const std::string& text) {
    if (text.size() > longest)
        return gis::fail(gis::ErrorCode::InvalidData, {}, gis::message("layers", "the condition is too long"));
    return FilterParser(text).parse();
}

}  // namespace layers
