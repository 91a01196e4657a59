#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "base/utf8.h"
#include "english/english.h"
#include "match/compiled_pattern.h"
#include "match/item_char.h"
#include "rule/slot_types.h"

namespace crosscheck {

namespace {

using Kind = PatternNode::Kind;

// Between two words of a pattern: a space or a hyphen, with the quotation marks and brackets that may stand there.
constexpr absl::string_view kSeparator = R"((?:["')]?(?: +|-)["'(]?))";
// Letters and digits as ranges inside a character class. Wider than Unicode's own classes (some signs of Latin-1 and of
// later planes count as letters), and some hundred times cheaper to compile: folded text has its quotation marks,
// dashes and spaces in ASCII, and the items' private-use characters are not among these.
#define CROSSCHECK_LETTERS                                                                                    \
  R"(0-9a-zA-Z\x{AA}\x{B5}\x{BA}\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{1FFF}\x{2C00}-\x{2DFF}\x{3005}-\x{D7FF})" \
  R"(\x{F900}-\x{FDFF}\x{FE70}-\x{FEFC}\x{FF10}-\x{FFEE}\x{10000}-\x{1EFFF}\x{20000}-\x{3FFFF})"
constexpr absl::string_view kWordEnd = "(?:[^" CROSSCHECK_LETTERS "]|$)";
// A word of free text: what stands between spaces, without the full stop or quotation mark at its end.
#define CROSSCHECK_FREE_WORD "[" CROSSCHECK_LETTERS "](?:['.&/-]?[" CROSSCHECK_LETTERS "])*"
constexpr absl::string_view kFreeWords = CROSSCHECK_FREE_WORD "(?: " CROSSCHECK_FREE_WORD "){0,4}?";

std::string Quote(absl::string_view text) { return RE2::QuoteMeta(re2::StringPiece(text.data(), text.size())); }

// A phrase as a regular expression: a hyphen or a space in it matches either.
std::string QuotePhrase(absl::string_view phrase) {
  std::string out;
  size_t begin = 0;
  for (size_t at = 0; at <= phrase.size(); ++at) {
    if (at < phrase.size() && phrase[at] != ' ' && phrase[at] != '-') continue;
    absl::StrAppend(&out, Quote(phrase.substr(begin, at - begin)));
    if (at < phrase.size()) out.append("[- ]");
    begin = at + 1;
  }
  return out;
}

// The first run of letters and digits; "" where the text begins with something else.
absl::string_view FirstWord(absl::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!IsLetter(point.value) && !IsDigit(point.value)) break;
    at += static_cast<size_t>(point.size);
  }
  return text.substr(0, at);
}

void SortUnique(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// What a part of a piece begins with, and what it needs.
struct Facts {
  bool first_any = false;
  std::vector<Atom> first;
  std::vector<Clause> clauses;
};

class PieceBuilder {
 public:
  PieceBuilder(const RuleSet& rules, Vocabulary& vocabulary) : rules_(rules), vocabulary_(vocabulary) {}

  BuiltPiece Build(const PatternSequence& sequence) {
    Facts facts;
    // The end of a word must follow; the beginning is where the matcher tries.
    built_.regex = absl::StrCat("(", Sequence(sequence, facts), ")", kWordEnd);
    std::sort(facts.first.begin(), facts.first.end());
    facts.first.erase(std::unique(facts.first.begin(), facts.first.end()), facts.first.end());
    built_.first_any = facts.first_any;
    built_.first = std::move(facts.first);
    built_.clauses = std::move(facts.clauses);
    return std::move(built_);
  }

 private:
  std::string Sequence(const PatternSequence& sequence, Facts& facts) {
    size_t fixed = 0;
    while (fixed + 1 < sequence.size() && sequence[fixed].optional) ++fixed;
    std::string out;
    for (size_t i = 0; i < sequence.size(); ++i) {
      Facts own;
      const std::string regex = Element(sequence[i], own);
      if (i <= fixed) {
        facts.first_any |= own.first_any;
        facts.first.insert(facts.first.end(), own.first.begin(), own.first.end());
      }
      const bool optional = sequence[i].optional && i != fixed;
      if (!optional) facts.clauses.insert(facts.clauses.end(), own.clauses.begin(), own.clauses.end());
      if (i < fixed) {
        absl::StrAppend(&out, "(?:", regex, sequence[i + 1].glued ? "" : kSeparator, ")?");
      } else {
        const absl::string_view separator = i == fixed || sequence[i].glued ? absl::string_view() : kSeparator;
        absl::StrAppend(&out, optional ? "(?:" : "", separator, regex, optional ? ")?" : "");
      }
    }
    return out;
  }

  std::string Element(const PatternNode& node, Facts& facts) {
    switch (node.kind) {
      case Kind::kWord:
        return Words(node, facts);
      case Kind::kSlot:
        return Slot(node, facts);
      default:
        return Group(node, facts);
    }
  }

  std::string Words(const PatternNode& node, Facts& facts) {
    std::vector<std::string> forms = {node.word};
    if (node.inflected) forms = english::Inflections(node.word);
    return Phrases(forms, facts);
  }

  // One of `phrases`, longer ones first where one begins another: that is what sorting backwards does.
  std::string Phrases(std::vector<std::string> phrases, Facts& facts) {
    SortUnique(phrases);
    std::reverse(phrases.begin(), phrases.end());
    Clause clause;
    std::vector<std::string> quoted;
    for (const std::string& phrase : phrases) {
      quoted.push_back(QuotePhrase(phrase));
      const absl::string_view word = FirstWord(phrase);
      if (word.empty()) {
        facts.first_any = true;
      } else {
        clause.push_back(vocabulary_.AddWord(word));
      }
    }
    facts.first.insert(facts.first.end(), clause.begin(), clause.end());
    std::sort(clause.begin(), clause.end());
    clause.erase(std::unique(clause.begin(), clause.end()), clause.end());
    if (!facts.first_any) facts.clauses.push_back(std::move(clause));
    return quoted.size() == 1 ? quoted.front() : absl::StrCat("(?:", absl::StrJoin(quoted, "|"), ")");
  }

  std::string Group(const PatternNode& node, Facts& facts) {
    std::vector<std::string> alternatives;
    Clause all;  // one of the alternatives' shortest clauses
    bool each_has_clause = true;
    for (const PatternSequence& alternative : node.alternatives) {
      Facts own;
      alternatives.push_back(Sequence(alternative, own));
      facts.first_any |= own.first_any;
      facts.first.insert(facts.first.end(), own.first.begin(), own.first.end());
      if (own.clauses.empty()) {
        each_has_clause = false;
        continue;
      }
      const auto shortest = std::min_element(own.clauses.begin(), own.clauses.end(),
                                             [](const Clause& a, const Clause& b) { return a.size() < b.size(); });
      all.insert(all.end(), shortest->begin(), shortest->end());
      if (node.alternatives.size() == 1) facts.clauses = own.clauses;
    }
    if (each_has_clause && node.alternatives.size() > 1) {
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      facts.clauses.push_back(std::move(all));
    }
    return absl::StrCat("(?:", absl::StrJoin(alternatives, "|"), ")");
  }

  std::string Slot(const PatternNode& node, Facts& facts) {
    SlotUse use;
    use.name = node.name.empty() ? node.types.front() : node.name;
    CharSet chars;
    std::vector<std::string> phrases;
    auto groups = std::make_shared<PhraseGroups>();
    bool free_text = false;
    for (const std::string& type : node.types) {
      const CharSet own = node.source == "lexicon" ? CharSet{} : vocabulary_.CharsOf(type);
      chars.insert(chars.end(), own.begin(), own.end());
      if (type == kFreeText && node.source.empty()) free_text = true;
      if (own.empty() && !free_text) AddPhrases(node, type, phrases, *groups);
    }
    std::vector<std::string> options;
    if (!chars.empty()) options.push_back(Items(chars, facts));
    if (!phrases.empty()) {
      options.push_back(Phrases(phrases, facts));
      use.groups = std::move(groups);
    }
    if (free_text) {
      options.emplace_back(kFreeWords);
      facts.first_any = true;
    }
    // Any of several options will do, so together they need no more than one clause.
    if (options.size() > 1) MergeClauses(facts, free_text);
    built_.slots.push_back(std::move(use));
    const bool names =
        std::any_of(chars.begin(), chars.end(), [](const auto& r) { return r.second >= kOtherNameChar; });
    return absl::StrCat("(", absl::StrJoin(options, "|"), ")", names ? "(?:'s?)?" : "");
  }

  static void MergeClauses(Facts& facts, bool drop) {
    Clause all;
    for (const Clause& clause : facts.clauses) all.insert(all.end(), clause.begin(), clause.end());
    std::sort(all.begin(), all.end());
    facts.clauses.clear();
    if (!drop && !all.empty()) facts.clauses.push_back(std::move(all));
  }

  std::string Items(const CharSet& chars, Facts& facts) {
    const Atom atom = vocabulary_.AddCharSet(chars);
    facts.first.push_back(atom);
    facts.clauses.push_back({atom});
    return ClassOf(chars);
  }

  // The phrases of the lexicon (or of "lexicon.group") called `type`.
  void AddPhrases(const PatternNode& node, const std::string& type, std::vector<std::string>& phrases,
                  PhraseGroups& groups) {
    std::string name = type;
    std::string only;
    auto lexicon = rules_.lexicons.find(name);
    if (const size_t dot = type.find('.'); lexicon == rules_.lexicons.end() && dot != std::string::npos) {
      name = type.substr(0, dot);
      only = type.substr(dot + 1);
      lexicon = rules_.lexicons.find(name);
    }
    if (lexicon == rules_.lexicons.end()) return;
    for (const LexiconGroup& group : lexicon->second.groups) {
      if (!only.empty() && group.name != only) continue;
      const std::string meaning = !group.name.empty() ? group.name : node.types.size() > 1 ? name : "";
      for (const std::string& phrase : group.phrases) {
        std::vector<std::string> forms = {phrase};
        if (node.inflected && phrase.find(' ') == std::string::npos) forms = english::Inflections(phrase);
        for (std::string& form : forms) {
          groups.try_emplace(absl::StrReplaceAll(form, {{"-", " "}}), meaning);
          phrases.push_back(std::move(form));
        }
      }
    }
  }

  const RuleSet& rules_;
  Vocabulary& vocabulary_;
  BuiltPiece built_;
};

}  // namespace

std::string ClassOf(const CharSet& set) {
  if (set.empty()) return "";
  std::string out = "[";
  for (const auto& range : set) {
    absl::StrAppendFormat(&out, "\\x{%X}", static_cast<uint32_t>(range.first));
    if (range.second != range.first) absl::StrAppendFormat(&out, "-\\x{%X}", static_cast<uint32_t>(range.second));
  }
  out.push_back(']');
  return out;
}

BuiltPiece BuildPiece(const RuleSet& rules, const PatternSequence& sequence, Vocabulary& vocabulary) {
  return PieceBuilder(rules, vocabulary).Build(sequence);
}

}  // namespace crosscheck
