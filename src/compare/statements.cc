#include "compare/statements.h"

#include <algorithm>

namespace crosscheck {

namespace {

constexpr float kTelling = 0.3F;  // least weight of a word that tells what is said
constexpr size_t kShortest = 4;   // words of a sentence that says something

class StatementReader {
 public:
  StatementReader(const Analysis& analysis, const SayingFinder& finder, uint32_t document)
      : analysis_(analysis),
        finder_(finder),
        number_(document),
        document_(analysis.documents[document]),
        honorifics_(analysis.lexicons->Find("titles")),
        roles_(analysis.lexicons->Find("role-titles")) {}

  std::vector<Statement> Read(size_t most) {
    for (uint32_t s = 0; s < document_.sentences.size() && out_.size() < most; ++s) {
      sentence_ = &document_.sentences[s];
      if (sentence_->words.size() >= kShortest) ReadSentence(s);
    }
    if (out_.size() > most) out_.resize(most);
    return std::move(out_);
  }

 private:
  uint32_t End() const { return static_cast<uint32_t>(sentence_->words.size()); }

  // Two speakers share a sentence: each has the words from the other's name to his own, or from his own to the other's.
  void ReadSentence(uint32_t s) {
    const std::vector<Saying> sayings = finder_.Find(*sentence_);
    if (sayings.empty()) {
      Continue(s);
      return;
    }
    for (size_t i = 0; i < sayings.size(); ++i) {
      const Saying& own = sayings[i];
      uint32_t from = 0;
      uint32_t to = End();
      if (i > 0 && sayings[i - 1].speaker != own.speaker) from = own.after ? sayings[i - 1].last : own.first;
      if (i + 1 < sayings.size() && sayings[i + 1].speaker != own.speaker)
        to = sayings[i + 1].after ? own.last : sayings[i + 1].first;
      Add(s, own, from, std::max(from, to), true);
    }
  }

  // A sentence that is all quotation goes on where the one before left off.
  void Continue(uint32_t s) {
    if (out_.empty() || out_.back().sentence + 1 != s) return;
    const Statement& before = out_.back();
    if (!before.quoted || document_.sentences[before.sentence].block != sentence_->block) return;
    const bool all = std::all_of(sentence_->words.begin(), sentence_->words.end(),
                                 [&](const Word& word) { return sentence_->InQuote(word.span); });
    if (!all) return;
    const uint32_t named_in = before.name_sentence;
    Add(s, {before.speaker, before.said_first, before.said_last, false}, 0, End(), false);
    if (out_.back().sentence == s) out_.back().name_sentence = named_in;
  }

  bool IsTitle(uint32_t at) const {
    for (auto hit = FirstHitNear(sentence_->hits, at); hit != sentence_->hits.end() && hit->first <= at; ++hit) {
      if ((hit->lexicon == roles_ || hit->lexicon == honorifics_) && at < hit->last) return true;
    }
    return false;
  }

  // `own`: the words that name the speaker stand in this sentence.
  void Add(uint32_t s, const Saying& saying, uint32_t from, uint32_t to, bool own) {
    Statement statement;
    statement.document = number_;
    statement.sentence = statement.name_sentence = s;
    statement.speaker = saying.speaker;
    statement.said_first = saying.first;
    statement.said_last = saying.last;
    for (uint32_t i = from; i < to; ++i) {
      if (own && i >= saying.first && i < saying.last) continue;
      statement.words.push_back(i);
      const Word& word = sentence_->words[i];
      statement.quoted = statement.quoted || sentence_->InQuote(word.span);
      if (word.stop || (!word.number && analysis_.Weight(word.sense) < kTelling) || IsTitle(i)) continue;
      statement.telling.push_back(word.sense);
    }
    std::sort(statement.telling.begin(), statement.telling.end());
    statement.telling.erase(std::unique(statement.telling.begin(), statement.telling.end()), statement.telling.end());
    if (!statement.words.empty()) out_.push_back(std::move(statement));
  }

  const Analysis& analysis_;
  const SayingFinder& finder_;
  uint32_t number_;
  const DocumentAnalysis& document_;
  LexiconId honorifics_, roles_;
  std::vector<Statement> out_;
  const Sentence* sentence_ = nullptr;
};

}  // namespace

std::vector<Statement> FindStatements(const Analysis& analysis, const SayingFinder& finder, uint32_t document,
                                      size_t most) {
  return StatementReader(analysis, finder, document).Read(most);
}

}  // namespace crosscheck
