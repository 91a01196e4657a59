#ifndef CROSSCHECK_CLAIM_ANALYSIS_H_
#define CROSSCHECK_CLAIM_ANALYSIS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "claim/lexicon_index.h"
#include "crosscheck/document.h"
#include "crosscheck/report.h"
#include "english/thesaurus.h"
#include "rule/rule_set.h"
#include "value/compare_values.h"
#include "value/mention.h"

// What the program has found in the documents of one dossier before anything is compared: words, names, values,
// phrases of the lexicons. Everything that compares reads this and writes claims and relations; nothing writes back.
namespace crosscheck {

using WordId = uint32_t;  // an interned lemma

// Lemmas of one dossier by number.
class Interner {
 public:
  WordId Intern(absl::string_view word);
  // The number of the lemma of a word as it stands in a text; words with digits are their own lemma.
  WordId InternLemma(absl::string_view word, bool number);
  // The number that InternLemma gave or would give; nullopt where the dossier has no such word.
  std::optional<WordId> Lookup(absl::string_view word) const;
  const std::string& Text(WordId id) const { return texts_[id]; }
  int Commonness(WordId id) const { return commonness_[id]; }  // english::Commonness of it
  size_t size() const { return texts_.size(); }

 private:
  absl::flat_hash_map<std::string, WordId> ids_;
  absl::flat_hash_map<std::string, WordId> lemmas_;  // by word form
  std::vector<std::string> texts_;
  std::vector<int> commonness_;
};

struct Word {
  TextSpan span;           // in the segment's text
  absl::string_view text;  // folded, without a possessive 's
  WordId lemma = 0;
  WordId sense = 0;            // the lemma, or what the lexicon "synonyms" makes of it: what likeness compares
  bool capital = false;        // begins with a capital letter as written
  bool all_caps = false;       // two letters or more, all of them capitals
  bool number = false;         // has a digit
  bool stop = false;           // a function word
  bool possessive = false;     // written with 's
  bool hyphen_before = false;  // joined to the word before by a hyphen
  bool comma_before = false;   // a comma stands between this word and the one before
  bool break_before = false;   // ; : — ( ) or a quotation mark stands between this word and the one before
};

enum class NameType : uint8_t { kUnknown, kPerson, kOrganisation, kPlace };
const char* NameTypeSlot(NameType type);  // the slot of patterns that takes it: "person", "org", "place", else "name"

// A capitalised name, or an alias of an entity of the rules, at one place.
struct NameMention {
  uint32_t first = 0, last = 0;  // words of the sentence, half-open
  TextSpan span;                 // in the segment's text
  uint32_t entity = 0;           // index into Analysis::entities
  bool partial = false;          // surname or short form of an entity named in full elsewhere
};

// One person, firm or place over the whole dossier.
struct NamedEntity {
  std::string key;                  // folded, accents kept: "marisol vance"
  std::string display;              // as first written
  std::vector<std::string> tokens;  // folded words of the full name
  NameType type = NameType::kUnknown;
  int definition = -1;              // index into RuleSet::entities, -1 for a name of the text alone
  std::vector<uint32_t> documents;  // that name it, sorted
};

// Whether a figure is where a measure stands, by how much it moved, or where it stood before.
enum class Movement : uint8_t { kLevel, kChange, kBase };

// What a figure measures by the words beside it: "net profit of $214 million".
struct Measure {
  int group = -1;        // of the lexicon "measures"; -1 = no word says
  int family = -1;       // the first group of its family ("profit.any" of "profit.net"), or the group itself
  bool general = false;  // a word for any measure of the family
  uint8_t strength = 0;  // 3: beside the figure; 2: near it; 1: in its clause
  Movement movement = Movement::kLevel;
  uint32_t first = 0, last = 0;  // the words that say so, half-open
};

// What stands around a value and says what it is a value of.
struct Frame {
  WordId head = 0;  // lemma of the noun that it counts, measures or ranks; 0 = none
  std::vector<std::pair<WordId, float>>
      context;                     // content lemmas of the clause and its neighbours, sorted by id; weights in (0, 1]
  std::vector<uint32_t> entities;  // named in the sentence, sorted
  int subject = -1;                // nearest name before the value in its sentence, else after it; -1 = none
  uint64_t scope = 0;              // one bit for each group of the lexicon "scope" that stands near the value
  std::vector<LexiconHit> near;    // lexicon phrases of the clause
  Modality modality = Modality::kStated;
  bool quoted = false;  // inside quotation marks
  Measure measure;
};

// A typed value at one place.
struct ValueMention {
  uint32_t document = 0;
  uint32_t sentence = 0;         // index into DocumentAnalysis::sentences
  uint32_t first = 0, last = 0;  // words that it covers, half-open
  Mention mention;               // spans in the segment's text
  Reach reach;                   // of the value
  Frame frame;
};

// How a toll's figure stands to the whole of its text.
enum class TollPart : uint8_t {
  kWhole,   // "three people were killed"
  kOther,   // "three others were killed": beside some who were named before
  kPart,    // "two of them children", "including two officers": of a larger figure
  kSingle,  // "a man was killed": one, though no figure says so; for sums only
};

// So many were killed, hurt, arrested, …: a count, what befell the counted and who they are.
struct Toll {
  uint32_t sentence = 0;         // index into DocumentAnalysis::sentences
  int value = -1;                // index into DocumentAnalysis::values; -1 where words say it ("a man", "no one")
  uint32_t first = 0, last = 0;  // words of the figure, half-open
  TextSpan span;                 // of the figure, in the segment's text
  Value figure;
  uint16_t outcome = 0;  // group of the lexicon "toll-states"
  int people = -1;       // group of the lexicon "toll-classes"; -1 = not said
  WordId head = 0;       // the noun itself; 0 = not said
  TollPart part = TollPart::kWhole;
  uint32_t chain = 0;        // tolls of one enumeration ("two men and a woman were killed") have one number; 0 = alone
  bool lead = false;         // in the title or among the first sentences: the document's own story
  bool other_event = false;  // the sentence tells of another event, or sums up many
};

struct Sentence {
  uint32_t segment = 0;  // index into Document::segments()
  Zone zone = Zone::kParagraph;
  const Block* block = nullptr;
  absl::string_view text;
  std::string folded;  // backing of Word::text
  std::vector<Word> words;
  std::vector<uint32_t> clause;  // for each word, the number of its clause in the sentence
  std::vector<LexiconHit> hits;
  std::vector<NameMention> names;  // sorted by first word
  std::vector<uint32_t> values;    // indices into DocumentAnalysis::values
  std::vector<TextSpan> quotes;    // inside quotation marks, in the segment's text
  bool InQuote(TextSpan span) const;
};

struct DocumentAnalysis {
  uint32_t index = 0;  // in Report::documents
  const Document* document = nullptr;
  std::vector<Sentence> sentences;               // in reading order, boilerplate left out
  std::vector<ValueMention> values;              // in reading order
  std::vector<Toll> tolls;                       // in reading order
  std::vector<std::pair<WordId, float>> vector;  // lemma weights of the whole text, sorted, of length 1
};

struct Analysis {
  const RuleSet* rules = nullptr;
  const LexiconIndex* lexicons = nullptr;
  Interner words;
  std::vector<NamedEntity> entities;
  std::vector<DocumentAnalysis> documents;  // those that can be compared: read and not withdrawn
  std::vector<int> documents_with;          // by WordId: in how many documents the lemma stands
  std::vector<english::Meanings> meanings;  // by WordId
  // same_event[i][j]: documents i and j (indices into `documents`) tell of one event. Symmetric, true for i == j.
  std::vector<std::vector<char>> same_event;
  // CheckSettings::stop: loops whose time grows with the square of a text ask it, and end with what they have.
  std::function<bool()> stop = {};
  bool Stopped() const { return stop && stop(); }

  // How telling a lemma is, in (0, 1]: rare in general and in few of the dossier's documents.
  float Weight(WordId word) const;
};

// Reads the documents of a dossier, but for what stands in `zones_off`. `entries` must outlive the result.
Analysis Analyse(const std::vector<DocumentEntry>& entries, const RuleSet& rules, const LexiconIndex& lexicons,
                 const std::vector<Zone>& zones_off = {});

// The sentence that heads the row of a sentence in a table: the nearest cell before it with the words of its row head.
// nullptr where it has none.
const Sentence* RowHeadOf(const DocumentAnalysis& document, uint32_t sentence);

// A claim about the words at `span` of a sentence, with document, span and quote filled in. The span in the document is
// that of the phrase, cut to what lies in one piece.
Claim ClaimAt(const DocumentAnalysis& document, const Sentence& sentence, TextSpan span);

// The claim that a value makes by itself: its kind, its figure, the noun that it counts as attribute, the nearest name
// as subject. `rule` is left empty.
Claim ClaimOfValue(const Analysis& analysis, const DocumentAnalysis& document, const ValueMention& value);

}  // namespace crosscheck

#endif  // CROSSCHECK_CLAIM_ANALYSIS_H_
