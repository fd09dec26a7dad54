// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/policy/PlainNameSearch.h"

#include <map>

#include "layers/policy/SqueezedText.h"

namespace bench {

namespace {

struct Word {
    std::u32string text;
    std::vector<std::u32string> notBefore, notAfter;
};

std::vector<Word> wordsOf(const layers::GazetteerData& data) {
    std::map<std::u32string, Word> words;
    for (const layers::PlaceEntry& entry : data.entries)
        for (const std::string& spelling : entry.spellings) {
            const std::u32string text = layers::squeezed(spelling);
            words[text].text = text;
        }
    for (const layers::SpellingContext& context : data.contexts) {
        const auto word = words.find(layers::squeezed(context.spelling));
        if (word == words.end()) continue;
        for (const std::string& text : context.notBefore) word->second.notBefore.push_back(layers::squeezed(text));
        for (const std::string& text : context.notAfter) word->second.notAfter.push_back(layers::squeezed(text));
    }
    std::vector<Word> list;
    for (auto& [text, word] : words) list.push_back(std::move(word));
    return list;
}

bool fits(const Word& word, const std::u32string& text, std::size_t at) {
    if (text.compare(at, word.text.size(), word.text) != 0) return false;
    const std::size_t end = at + word.text.size();
    for (const std::u32string& follower : word.notBefore)
        if (text.compare(end, follower.size(), follower) == 0) return false;
    for (const std::u32string& leader : word.notAfter)
        if (at >= leader.size() && text.compare(at - leader.size(), leader.size(), leader) == 0) return false;
    return true;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> plainNameSearch(const std::string& text,
                                                                 const layers::GazetteerData& data) {
    const std::vector<Word> words = wordsOf(data);
    const layers::SqueezedText seen = layers::squeezedText(text);
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t at = 0; at < seen.text.size();) {
        std::size_t longest = 0;
        for (const Word& word : words)
            if (word.text.size() > longest && fits(word, seen.text, at)) longest = word.text.size();
        if (longest > 0) found.emplace_back(seen.places[at], seen.places[at + longest - 1] + 1);
        at += longest > 0 ? longest : 1;
    }
    return found;
}

}  // namespace bench
