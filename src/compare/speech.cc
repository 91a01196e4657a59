#include "compare/speech.h"

#include <algorithm>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "english/english.h"

namespace crosscheck {

namespace {

struct Parts {
  absl::string_view first, second;  // "" where there is no second word
};

// "couldn't" -> could, not. The parts are as good as any word of the text: "ca" of "can't" is spelt out.
Parts SplitContraction(absl::string_view word) {
  if (absl::EndsWith(word, "n't")) {
    if (word == "can't") return {"can", "not"};
    if (word == "won't") return {"will", "not"};
    if (word == "shan't") return {"shall", "not"};
    if (word == "ain't") return {"be", "not"};
    return {word.substr(0, word.size() - 3), "not"};
  }
  if (word == "cannot") return {"can", "not"};
  if (absl::EndsWith(word, "'re")) return {word.substr(0, word.size() - 3), "be"};
  if (absl::EndsWith(word, "'ve")) return {word.substr(0, word.size() - 3), "have"};
  if (absl::EndsWith(word, "'ll")) return {word.substr(0, word.size() - 3), "will"};
  if (absl::EndsWith(word, "'m")) return {word.substr(0, word.size() - 2), "be"};
  if (absl::EndsWith(word, "'d")) return {word.substr(0, word.size() - 2), "would"};
  return {word, ""};
}

// What stands between two words of a quotation and says that its words are not all there or not the speaker's.
struct Marks {
  bool ellipsis = false;
  bool opens_bracket = false;
  bool closes_bracket = false;
};

Marks MarksIn(absl::string_view gap) {
  Marks marks;
  marks.ellipsis = absl::StrContains(gap, "…") || absl::StrContains(gap, "...") || absl::StrContains(gap, ". . .");
  marks.opens_bracket = absl::StrContains(gap, "[");
  marks.closes_bracket = absl::StrContains(gap, "]");
  return marks;
}

class SpeechReader {
 public:
  SpeechReader(const Analysis& analysis, uint32_t min_words) : analysis_(analysis), min_words_(min_words) {
    texts_.emplace_back();
  }

  Speech Run() {
    for (uint32_t d = 0; d < analysis_.documents.size(); ++d) ReadDocument(d);
    speech_.texts = std::move(texts_);
    return std::move(speech_);
  }

 private:
  void ReadDocument(uint32_t d) {
    const auto& sentences = analysis_.documents[d].sentences;
    for (uint32_t first = 0; first < sentences.size();) {
      uint32_t last = first + 1;
      while (last < sentences.size() && sentences[last].block == sentences[first].block) ++last;
      ReadBlock(d, first, last);
      first = last;
    }
  }

  void ReadBlock(uint32_t d, uint32_t first, uint32_t last) {
    const Sentence& start = analysis_.documents[d].sentences[first];
    if (!start.block->speaker.empty()) {
      AddWhole(d, first, last, PassageKind::kSpoken);
    } else if (start.zone == Zone::kQuotation) {
      AddWhole(d, first, last, PassageKind::kQuoted);
    } else {
      AddQuoted(d, first, last);
      AddPlain(d, first, last);
    }
  }

  Passage NewPassage(uint32_t d, uint32_t sentence, PassageKind kind) const {
    Passage passage;
    passage.document = d;
    passage.kind = kind;
    passage.zone = analysis_.documents[d].sentences[sentence].zone;
    return passage;
  }

  void AddWhole(uint32_t d, uint32_t first, uint32_t last, PassageKind kind) {
    Passage passage = NewPassage(d, first, kind);
    bracket_ = false;
    for (uint32_t s = first; s < last; ++s) {
      const Sentence& sentence = analysis_.documents[d].sentences[s];
      for (uint32_t w = 0; w < sentence.words.size(); ++w) AddWord(passage, d, s, w, false);
    }
    if (passage.words.size() < min_words_) return;
    if (kind == PassageKind::kQuoted)
      speech_.quotations.push_back(
          {static_cast<uint32_t>(speech_.passages.size()), 0, static_cast<uint32_t>(passage.words.size())});
    speech_.passages.push_back(std::move(passage));
  }

  // All quotations of a block, each a run of quoted words with no other word between.
  void AddQuoted(uint32_t d, uint32_t first, uint32_t last) {
    Passage passage = NewPassage(d, first, PassageKind::kQuoted);
    std::vector<Quotation> runs;
    bool open = false;
    for (uint32_t s = first; s < last; ++s) {
      const Sentence& sentence = analysis_.documents[d].sentences[s];
      for (uint32_t w = 0; w < sentence.words.size(); ++w) {
        if (!sentence.InQuote(sentence.words[w].span)) {
          open = false;
          continue;
        }
        const auto at = static_cast<uint32_t>(passage.words.size());
        if (!open) {
          runs.push_back({static_cast<uint32_t>(speech_.passages.size()), at, at});
          bracket_ = false;
        }
        AddWord(passage, d, s, w, !open && at > 0);
        runs.back().last = static_cast<uint32_t>(passage.words.size());
        open = true;
      }
    }
    std::erase_if(runs, [this](const Quotation& run) { return run.last - run.first < min_words_; });
    if (runs.empty()) return;
    speech_.quotations.insert(speech_.quotations.end(), runs.begin(), runs.end());
    speech_.passages.push_back(std::move(passage));
  }

  // The sentences of a block that quote nothing at length.
  void AddPlain(uint32_t d, uint32_t first, uint32_t last) {
    Passage passage = NewPassage(d, first, PassageKind::kPlain);
    bool seam = false;
    for (uint32_t s = first; s < last; ++s) {
      const Sentence& sentence = analysis_.documents[d].sentences[s];
      const auto quoted = std::count_if(sentence.words.begin(), sentence.words.end(),
                                        [&](const Word& word) { return sentence.InQuote(word.span); });
      if (quoted >= min_words_) {
        seam = true;
        continue;
      }
      bracket_ = false;
      for (uint32_t w = 0; w < sentence.words.size(); ++w) AddWord(passage, d, s, w, w == 0 && seam);
      seam = false;
    }
    if (passage.words.size() >= min_words_) speech_.passages.push_back(std::move(passage));
  }

  uint32_t KeyOf(absl::string_view text) {
    const auto [found, fresh] = keys_.try_emplace(std::string(text), static_cast<uint32_t>(texts_.size()));
    if (fresh) texts_.emplace_back(text);
    return found->second;
  }

  // The exact number where one value is this one word, so that "five" is "5".
  std::optional<std::string> NumberAt(uint32_t d, const Sentence& sentence, uint32_t word) const {
    for (uint32_t v : sentence.values) {
      const ValueMention& value = analysis_.documents[d].values[v];
      if (value.first != word || value.last != word + 1) continue;
      const Value& read = value.mention.value;
      if ((read.kind == ValueKind::kNumber || read.kind == ValueKind::kOrdinal) && read.low && read.low == read.high)
        return absl::StrCat("#", read.low->ToString());
    }
    return std::nullopt;
  }

  Marks MarksBefore(uint32_t d, uint32_t s, uint32_t w) const {
    const auto& sentences = analysis_.documents[d].sentences;
    const Sentence& sentence = sentences[s];
    const size_t begin = w == 0 ? 0 : sentence.words[w - 1].span.end;
    Marks marks = MarksIn(sentence.text.substr(begin, sentence.words[w].span.begin - begin));
    if (w == 0 && s > 0 && sentences[s - 1].block == sentence.block && !sentences[s - 1].words.empty()) {
      const Marks end = MarksIn(sentences[s - 1].text.substr(sentences[s - 1].words.back().span.end));
      marks.ellipsis |= end.ellipsis;
      marks.closes_bracket |= end.closes_bracket;
    }
    return marks;
  }

  void AddWord(Passage& passage, uint32_t d, uint32_t s, uint32_t w, bool seam) {
    const Sentence& sentence = analysis_.documents[d].sentences[s];
    const Word& word = sentence.words[w];
    const Marks marks = MarksBefore(d, s, w);
    bracket_ = (bracket_ && !marks.closes_bracket) || marks.opens_bracket;
    SpokenWord spoken{s, w, word.sense, word.number, false};
    spoken.name = std::any_of(sentence.names.begin(), sentence.names.end(),
                              [w](const NameMention& name) { return name.first <= w && w < name.last; });
    DiffWord diff;
    diff.content = !word.stop;
    diff.joint = seam || marks.ellipsis;
    diff.loose = bracket_;
    if (const auto number = NumberAt(d, sentence, w)) {
      diff.key = KeyOf(*number);
      diff.content = true;
      spoken.number = true;
      Append(passage, spoken, diff);
      return;
    }
    const Parts parts = SplitContraction(word.text);
    if (parts.second.empty()) {
      diff.key = KeyOf(absl::StrReplaceAll(analysis_.words.Text(word.lemma), {{".", ""}}));
      Append(passage, spoken, diff);
      return;
    }
    diff.content = false;
    diff.key = KeyOf(english::Lemma(parts.first));
    Append(passage, spoken, diff);
    diff.joint = false;
    diff.key = KeyOf(parts.second);
    Append(passage, spoken, diff);
  }

  static void Append(Passage& passage, const SpokenWord& spoken, const DiffWord& diff) {
    passage.words.push_back(spoken);
    passage.diff.push_back(diff);
  }

  const Analysis& analysis_;
  uint32_t min_words_;
  bool bracket_ = false;  // inside square brackets
  Speech speech_;
  std::vector<std::string> texts_;
  absl::flat_hash_map<std::string, uint32_t> keys_;
};

}  // namespace

Speech ReadSpeech(const Analysis& analysis, uint32_t min_words) { return SpeechReader(analysis, min_words).Run(); }

}  // namespace crosscheck
