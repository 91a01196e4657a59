#include "document/phrases.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "base/utf8.h"
#include "english/english.h"

namespace crosscheck {

namespace {

constexpr size_t kLongestPrompt = 260;  // bytes; longer blocks are never judged by a phrase in them
constexpr size_t kLongestCaption = 400;

enum class Where : uint8_t { kWhole, kBegin, kAnywhere };

struct Phrase {
  absl::string_view words;  // folded
  Where where;
};

constexpr Phrase kAfterArticle[] = {
    {"leave a reply", Where::kBegin},
    {"leave a comment", Where::kBegin},
    {"leave a response", Where::kBegin},
    {"post a comment", Where::kBegin},
    {"join the conversation", Where::kBegin},
    {"join the discussion", Where::kBegin},
    {"related posts", Where::kBegin},
    {"related articles", Where::kBegin},
    {"related stories", Where::kBegin},
    {"related news", Where::kBegin},
    {"related topics", Where::kBegin},
    {"related coverage", Where::kBegin},
    {"related content", Where::kBegin},
    {"related", Where::kWhole},
    {"more stories", Where::kBegin},
    {"more news", Where::kWhole},
    {"more from", Where::kBegin},
    {"most read", Where::kBegin},
    {"most popular", Where::kBegin},
    {"most viewed", Where::kBegin},
    {"read next", Where::kBegin},
    {"up next", Where::kWhole},
    {"you may also like", Where::kBegin},
    {"you might also like", Where::kBegin},
    {"recommended for you", Where::kBegin},
    {"recommended stories", Where::kBegin},
    {"recommended", Where::kWhole},
    {"trending", Where::kWhole},
    {"trending now", Where::kBegin},
    {"popular posts", Where::kBegin},
    {"previous stories", Where::kBegin},
    {"recent posts", Where::kBegin},
    {"latest news", Where::kWhole},
    {"latest stories", Where::kBegin},
    {"around the web", Where::kBegin},
    {"sponsored content", Where::kBegin},
    {"subscribe via email", Where::kBegin},
    {"sign up for our newsletter", Where::kBegin},
    {"comments", Where::kWhole},
    {"share this", Where::kBegin},
};

constexpr Phrase kBoilerplate[] = {
    // Buttons and menus.
    {"facebook", Where::kWhole},
    {"twitter", Where::kWhole},
    {"linkedin", Where::kWhole},
    {"pinterest", Where::kWhole},
    {"whatsapp", Where::kWhole},
    {"instagram", Where::kWhole},
    {"reddit", Where::kWhole},
    {"telegram", Where::kWhole},
    {"tumblr", Where::kWhole},
    {"youtube", Where::kWhole},
    {"bluesky", Where::kWhole},
    {"threads", Where::kWhole},
    {"messenger", Where::kWhole},
    {"flipboard", Where::kWhole},
    {"x", Where::kWhole},
    {"email", Where::kWhole},
    {"e-mail", Where::kWhole},
    {"print", Where::kWhole},
    {"share", Where::kWhole},
    {"tweet", Where::kWhole},
    {"copy link", Where::kWhole},
    {"save", Where::kWhole},
    {"like", Where::kWhole},
    {"follow", Where::kWhole},
    {"share on ", Where::kBegin},
    {"share via ", Where::kBegin},
    {"share to ", Where::kBegin},
    {"tweet this", Where::kBegin},
    {"click to share", Where::kBegin},
    {"back to top", Where::kBegin},
    {"scroll to top", Where::kBegin},
    {"skip to ", Where::kBegin},
    {"menu", Where::kWhole},
    {"search", Where::kWhole},
    {"home", Where::kWhole},
    {"log in", Where::kWhole},
    {"login", Where::kWhole},
    {"sign in", Where::kWhole},
    {"sign up", Where::kWhole},
    {"subscribe", Where::kWhole},
    {"subscribe now", Where::kBegin},
    {"register", Where::kWhole},
    {"donate", Where::kWhole},
    {"advertisement", Where::kBegin},
    {"advertising", Where::kWhole},
    {"sponsored", Where::kWhole},
    {"previous article", Where::kBegin},
    {"next article", Where::kBegin},
    {"previous post", Where::kBegin},
    {"next post", Where::kBegin},
    {"previous", Where::kWhole},
    {"next", Where::kWhole},
    {"load more", Where::kBegin},
    {"read more", Where::kBegin},
    {"read also", Where::kBegin},
    {"also read", Where::kBegin},
    {"see also", Where::kBegin},
    {"continue reading", Where::kBegin},
    {"related coverage ", Where::kBegin},
    {"related: ", Where::kBegin},
    {"related article", Where::kBegin},
    {"related |", Where::kBegin},
    {"previous stories", Where::kWhole},
    {"scroll down for video", Where::kBegin},
    {"sign in using", Where::kBegin},
    {"pocket", Where::kWhole},
    {"google", Where::kWhole},
    {"comments", Where::kWhole},
    {"more", Where::kWhole},
    {"view comments", Where::kBegin},
    {"show comments", Where::kBegin},
    {"post comment", Where::kBegin},
    {"cancel reply", Where::kBegin},
    {"reply", Where::kWhole},
    {"newsletter", Where::kWhole},
    {"newsletters", Where::kWhole},
    {"tags", Where::kWhole},
    {"tags: ", Where::kBegin},
    {"filed under", Where::kBegin},
    {"categories: ", Where::kBegin},
    {"topics: ", Where::kBegin},
    // Forms and prompts.
    {"your email address will not be published", Where::kBegin},
    {"required fields are marked", Where::kAnywhere},
    {"enter your email", Where::kBegin},
    {"your email address", Where::kWhole},
    {"receive notifications of new posts", Where::kAnywhere},
    {"save my name, email", Where::kBegin},
    {"sign up for our", Where::kBegin},
    {"sign up to our", Where::kBegin},
    {"sign up for the latest", Where::kBegin},
    {"sign up to receive", Where::kBegin},
    {"sign up for free", Where::kBegin},
    {"sign up here", Where::kAnywhere},
    {"get the latest news", Where::kBegin},
    {"subscribe to our", Where::kAnywhere},
    {"subscribe to the", Where::kBegin},
    {"subscribe for", Where::kBegin},
    {"subscribe today", Where::kAnywhere},
    {"subscribe on a", Where::kAnywhere},
    {"by subscribing", Where::kBegin},
    {"by signing up", Where::kBegin},
    {"already a subscriber", Where::kBegin},
    {"in your inbox", Where::kAnywhere},
    {"to your inbox", Where::kAnywhere},
    {"unsubscribe", Where::kAnywhere},
    {"support independent journalism", Where::kAnywhere},
    {"quality journalism", Where::kAnywhere},
    {"support our journalism", Where::kAnywhere},
    {"become a member", Where::kBegin},
    {"become a subscriber", Where::kBegin},
    {"follow us on", Where::kAnywhere},
    {"follow us", Where::kWhole},
    {"like us on", Where::kBegin},
    {"find us on", Where::kBegin},
    {"connect with us", Where::kBegin},
    {"you can also follow", Where::kBegin},
    {"download our app", Where::kAnywhere},
    {"download the app", Where::kBegin},
    {"click here", Where::kBegin},
    {"please return to", Where::kAnywhere},
    {"thank you", Where::kWhole},
    {"thank you!", Where::kWhole},
    {"thank you.", Where::kWhole},
    {"thanks for reading", Where::kBegin},
    {"thank you for reading", Where::kBegin},
    {"share your thoughts", Where::kBegin},
    {"let us know in the comments", Where::kAnywhere},
    // Cookies, scripts, law.
    {"we use cookies", Where::kAnywhere},
    {"uses cookies", Where::kAnywhere},
    {"accept all", Where::kWhole},
    {"accept all cookies", Where::kAnywhere},
    {"accept cookies", Where::kAnywhere},
    {"reject all", Where::kWhole},
    {"manage preferences", Where::kBegin},
    {"cookie policy", Where::kAnywhere},
    {"cookie settings", Where::kBegin},
    {"privacy policy", Where::kAnywhere},
    {"terms of service", Where::kAnywhere},
    {"terms of use", Where::kAnywhere},
    {"terms and conditions apply", Where::kAnywhere},
    {"enable javascript", Where::kAnywhere},
    {"this site uses akismet", Where::kBegin},
    {"protected by recaptcha", Where::kAnywhere},
    {"all rights reserved", Where::kAnywhere},
    {"copyright ", Where::kBegin},
    {"© ", Where::kBegin},
    {"©", Where::kBegin},
    {"(c) 20", Where::kBegin},
    {"this material may not be published", Where::kBegin},
    {"may not be published, broadcast, rewritten", Where::kAnywhere},
};

constexpr Phrase kBylines[] = {
    {"reporting by ", Where::kBegin},
    {"additional reporting by ", Where::kBegin},
    {"editing by ", Where::kBegin},
    {"(reporting by ", Where::kBegin},
    {"written by ", Where::kBegin},
    {"story by ", Where::kBegin},
    {"compiled by ", Where::kBegin},
    {"by: ", Where::kBegin},
    {"twitter: @", Where::kBegin},
    {"follow @", Where::kBegin},
    {"for immediate release", Where::kBegin},
    {"for immediate use", Where::kBegin},
    {"for release ", Where::kBegin},
    {"embargoed ", Where::kBegin},
    {"press release", Where::kWhole},
    {"news release", Where::kWhole},
    {"media release", Where::kWhole},
    {"translated from ", Where::kBegin},
    {"http://", Where::kBegin},
    {"https://", Where::kBegin},
    {"http: / /", Where::kBegin},
    {"https: / /", Where::kBegin},
    {"www.", Where::kBegin},
    {"source article", Where::kBegin},
};

// Before a date or a day.
constexpr absl::string_view kStampWords[] = {"published",    "updated",       "posted",          "issued",
                                             "last updated", "last modified", "first published", "filed",
                                             "created",      "modified",      "released",        "date:"};

constexpr absl::string_view kSections[] = {
    "technology",
    "tech",
    "business",
    "politics",
    "world",
    "news",
    "us news",
    "u.s. news",
    "uk news",
    "world news",
    "us",
    "u.s.",
    "uk",
    "sport",
    "sports",
    "health",
    "science",
    "opinion",
    "culture",
    "entertainment",
    "money",
    "markets",
    "finance",
    "local",
    "local news",
    "national",
    "international",
    "breaking",
    "breaking news",
    "exclusive",
    "analysis",
    "live",
    "video",
    "economy",
    "energy",
    "environment",
    "climate",
    "education",
    "travel",
    "lifestyle",
    "crime",
    "weather",
    "media",
    "artificial intelligence",
    "ai",
    "europe",
    "asia",
    "africa",
    "americas",
    "middle east",
    "latest news",
    "top stories",
    "top news",
    "story highlights",
    "explainer",
    "feature",
    "features",
    "interview",
    "editorial",
    "column",
    "comment",
    "arts",
    "society",
    "companies",
    "innovation",
};

constexpr Phrase kCaptions[] = {
    {"photo: ", Where::kBegin},
    {"photo by ", Where::kBegin},
    {"photos: ", Where::kBegin},
    {"photo caption", Where::kBegin},
    {"photo credit", Where::kBegin},
    {"photograph: ", Where::kBegin},
    {"image: ", Where::kBegin},
    {"image credit", Where::kBegin},
    {"image by ", Where::kBegin},
    {"image source", Where::kBegin},
    {"image caption", Where::kBegin},
    {"picture: ", Where::kBegin},
    {"graphic: ", Where::kBegin},
    {"chart: ", Where::kBegin},
    {"map: ", Where::kBegin},
    {"caption: ", Where::kBegin},
    {"credit: ", Where::kBegin},
    {"file photo", Where::kBegin},
    {"file - ", Where::kBegin},
    {"file picture", Where::kBegin},
    {"(photo", Where::kBegin},
    {"illustration: ", Where::kBegin},
    {"video: ", Where::kBegin},
    {"(l)", Where::kAnywhere},
    {"(r)", Where::kAnywhere},
    {"(2nd l)", Where::kAnywhere},
    {"(2nd r)", Where::kAnywhere},
    {"buy photo", Where::kBegin},
    {"(photo by ", Where::kAnywhere},
    {"photo courtesy", Where::kAnywhere},
    {"image courtesy", Where::kAnywhere},
    {"courtesy photo", Where::kAnywhere},
};

// Agencies and libraries that a picture is credited to, at the end of its caption.
constexpr absl::string_view kCredits[] = {
    "getty images", "getty",  "afp",        "reuters", "ap photo",  "/ap",        "epa",         "epa-efe",
    "shutterstock", "istock", "unsplash",   "handout", "bloomberg", "anadolu",    "alamy",       "pa wire",
    "pa media",     "dpa",    "file photo", "xinhua",  "imago",     "zuma press", "adobe stock", "wikimedia commons",
    "flickr",
};

constexpr absl::string_view kScales[] = {"thousands", "millions", "billions", "000s", "percent", "per cent"};

// A table of phrases, arranged so that a text is gone through once however many there are.
class PhraseSet {
 public:
  template <size_t n>
  explicit PhraseSet(const Phrase (&phrases)[n]) {
    for (const Phrase& phrase : phrases) Add(phrase);
  }

  bool Matches(absl::string_view folded) const;

 private:
  // The last three bytes of a text as it is gone through; few places have the key of a phrase.
  static size_t NextKey(size_t key, char c) { return ((key << 5U) ^ static_cast<unsigned char>(c)) & (kKeys - 1); }
  void Add(const Phrase& phrase);

  static constexpr size_t kKeys = 1U << 15U;
  static constexpr size_t kKeyBytes = 3;  // no phrase that may stand anywhere is shorter
  absl::flat_hash_set<absl::string_view> whole_;
  std::array<std::vector<absl::string_view>, 256> begins_;  // by the first byte
  bool any_ = false;                                        // some phrase may stand anywhere
  std::bitset<kKeys> keys_;
  std::array<std::vector<absl::string_view>, 256> anywhere_;
};

void PhraseSet::Add(const Phrase& phrase) {
  switch (phrase.where) {
    case Where::kWhole:
      whole_.insert(phrase.words);
      break;
    case Where::kBegin:
      begins_[static_cast<unsigned char>(phrase.words[0])].push_back(phrase.words);
      break;
    case Where::kAnywhere: {
      any_ = true;
      size_t key = 0;
      for (char c : phrase.words.substr(0, kKeyBytes)) key = NextKey(key, c);
      keys_.set(key);
      anywhere_[static_cast<unsigned char>(phrase.words[0])].push_back(phrase.words);
      break;
    }
  }
}

bool PhraseSet::Matches(absl::string_view folded) const {
  if (folded.empty()) return false;
  if (whole_.contains(folded)) return true;
  for (absl::string_view words : begins_[static_cast<unsigned char>(folded[0])]) {
    if (absl::StartsWith(folded, words)) return true;
  }
  if (!any_) return false;
  size_t key = 0;
  for (size_t end = 0; end < folded.size(); ++end) {
    key = NextKey(key, folded[end]);
    if (!keys_.test(key) || end + 1 < kKeyBytes) continue;
    const absl::string_view rest = folded.substr(end + 1 - kKeyBytes);
    for (absl::string_view words : anywhere_[static_cast<unsigned char>(rest[0])]) {
      if (absl::StartsWith(rest, words)) return true;
    }
  }
  return false;
}

std::string FoldTrimmed(absl::string_view text) {
  std::string folded = Fold(text);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ')) folded.pop_back();
  return folded;
}

bool HasDigit(absl::string_view text) { return std::any_of(text.begin(), text.end(), absl::ascii_isdigit); }

absl::string_view Bare(absl::string_view word) {
  while (!word.empty() && absl::ascii_ispunct(static_cast<unsigned char>(word.front()))) word.remove_prefix(1);
  while (!word.empty() && absl::ascii_ispunct(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
  return word;
}

bool IsDateWord(absl::string_view bare) {
  constexpr absl::string_view kClockWords[] = {"am",  "pm",      "a.m",   "p.m",     "et",      "est",  "edt",
                                               "gmt", "utc",     "bst",   "cet",     "pst",     "pdt",  "cst",
                                               "cdt", "eastern", "hours", "h",       "at",      "on",   "of",
                                               "the", "local",   "time",  "pacific", "central", "noon", "midnight"};
  if (absl::ascii_isdigit(static_cast<unsigned char>(bare[0]))) return bare.size() <= 10;
  if (english::IsMonthName(bare) || english::IsWeekdayName(bare)) return true;
  return std::find(std::begin(kClockWords), std::end(kClockWords), bare) != std::end(kClockWords);
}

// "By Joanne Petrakis, City Desk": capitalised words and connectives alone.
bool IsNameLine(absl::string_view rest) {
  if (rest.empty() || CountWords(rest) > 12) return false;
  for (absl::string_view word : absl::StrSplit(rest, ' ', absl::SkipEmpty())) {
    const absl::string_view bare = Bare(word);
    if (bare.empty() || IsUpper(DecodeUtf8(bare, 0).value) || absl::ascii_isdigit(static_cast<unsigned char>(bare[0])))
      continue;
    constexpr absl::string_view kConnectives[] = {"and", "of",  "for", "the", "in", "at", "with", "de",  "van", "von",
                                                  "der", "den", "da",  "di",  "du", "la", "le",   "bin", "al",  "el"};
    if (std::find(std::begin(kConnectives), std::end(kConnectives), bare) == std::end(kConnectives)) return false;
  }
  return true;
}

// "By our health correspondent", "by staff reporters".
bool IsUnnamedWriter(absl::string_view folded) {
  if (!absl::StartsWith(folded, "by ") || CountWords(folded) > 6) return false;
  for (absl::string_view end : {"correspondent", "correspondents", "reporter", "reporters", "staff", "editor", "writer",
                                "writers", "desk", "team", "agencies"}) {
    if (absl::EndsWith(folded, end)) return true;
  }
  return false;
}

// A line to reach its writer by: "rsmith@paper.example", "Reporter: 555-0100, @rsmith".
bool IsContactLine(absl::string_view folded) {
  return absl::StrContains(folded, '@') && CountWords(folded) <= 8 && !EndsLikeSentence(folded);
}

bool IsStamp(absl::string_view folded) {
  for (absl::string_view word : kStampWords) {
    if (!absl::StartsWith(folded, word)) continue;
    const absl::string_view rest = folded.substr(word.size());
    if (!rest.empty() && rest[0] != ' ' && rest[0] != ':' && word.back() != ':') continue;
    if (HasDigit(rest)) return true;
    for (absl::string_view part : absl::StrSplit(rest, ' ', absl::SkipEmpty())) {
      if (english::IsWeekdayName(Bare(part))) return true;
    }
  }
  return false;
}

}  // namespace

size_t CountWords(absl::string_view text) {
  if (text.empty()) return 0;
  return 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

bool EndsLikeSentence(absl::string_view text) {
  if (text.empty() || absl::ascii_isalnum(static_cast<unsigned char>(text.back()))) return false;
  if (text.back() == '.') return true;
  for (bool found = true; found && !text.empty();) {
    found = false;
    for (absl::string_view mark : {"\"", "'", ")", "]", "”", "’", "»", " "}) {
      if (!absl::EndsWith(text, mark)) continue;
      text.remove_suffix(mark.size());
      found = true;
    }
  }
  if (text.empty()) return false;
  return text.back() == '.' || text.back() == '!' || text.back() == '?' || absl::EndsWith(text, "…");
}

bool IsBoilerplateText(absl::string_view text) {
  if (text.size() > kLongestPrompt) return false;
  // "###", "* * *": a rule between parts.
  if (text.size() <= 12 && std::none_of(text.begin(), text.end(), [](char c) {
        return absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
      })) {
    return true;
  }
  static const auto* const kSet = new PhraseSet(kBoilerplate);
  return kSet->Matches(FoldTrimmed(text));
}

bool IsAfterArticleHead(absl::string_view text) {
  if (text.size() > 60 || EndsLikeSentence(text)) return false;
  static const auto* const kSet = new PhraseSet(kAfterArticle);
  return kSet->Matches(FoldTrimmed(text));
}

bool IsBylineText(absl::string_view text) {
  if (text.empty() || text.size() > kLongestPrompt) return false;
  const std::string folded = FoldTrimmed(text);
  static const auto* const kSet = new PhraseSet(kBylines);
  if (kSet->Matches(folded)) return true;
  if (absl::StartsWith(folded, "by ") && text.size() > 3 && IsNameLine(text.substr(3))) return true;
  if (IsUnnamedWriter(folded) || IsContactLine(folded)) return true;
  const size_t words = CountWords(folded);
  if (words <= 5 && HasDigit(folded) &&
      (absl::EndsWith(folded, "min read") || absl::EndsWith(folded, "minute read") ||
       absl::EndsWith(folded, "minutes read"))) {
    return true;
  }
  return words <= 14 && IsStamp(folded);
}

bool IsDateLine(absl::string_view text) {
  if (text.size() > 120) return false;
  constexpr size_t kMostOtherWords = 4;
  const std::string folded = Fold(text);
  size_t dates = 0;
  size_t others = 0;
  bool day_or_month = false;
  bool comma_before_date = false;
  bool date_first = false;
  bool after_comma = false;  // the word before is none of a date and ends with a comma
  for (absl::string_view word : absl::StrSplit(folded, ' ', absl::SkipEmpty())) {
    const absl::string_view bare = Bare(word);
    if (bare.empty()) continue;
    if (IsDateWord(bare)) {
      const bool named = english::IsMonthName(bare) || english::IsWeekdayName(bare);
      if (dates + others == 0) date_first = named || absl::ascii_isdigit(static_cast<unsigned char>(bare[0]));
      ++dates;
      comma_before_date = comma_before_date || after_comma;
      after_comma = false;
      day_or_month = day_or_month || named;
    } else {
      if (++others > kMostOtherWords) return false;
      after_comma = word.back() == ',';
    }
  }
  if (!day_or_month || dates < 2) return false;
  if (others == 0) return true;
  return date_first ? others <= 1 && dates > others : comma_before_date;
}

bool IsSectionLabel(absl::string_view text) {
  if (text.size() > 60) return false;
  static const auto* const set = new absl::flat_hash_set<absl::string_view>(std::begin(kSections), std::end(kSections));
  const std::string folded = FoldTrimmed(text);
  for (absl::string_view part : absl::StrSplit(folded, absl::ByAnyChar("/|>&"), absl::SkipWhitespace())) {
    if (!set->contains(absl::StripAsciiWhitespace(part))) return false;
  }
  return !folded.empty();
}

bool IsCaptionText(absl::string_view text) {
  if (text.size() > kLongestCaption) return false;
  const std::string folded = FoldTrimmed(text);
  static const auto* const kSet = new PhraseSet(kCaptions);
  if (kSet->Matches(folded)) return true;
  absl::string_view rest = folded;
  while (!rest.empty() && (rest.back() == ')' || rest.back() == ']')) rest.remove_suffix(1);
  for (absl::string_view credit : kCredits) {
    if (!absl::EndsWith(rest, credit)) continue;
    // A credit stands after a full stop, a slash or a bracket, or alone; "…, he told Reuters" does not end a caption.
    absl::string_view before = rest.substr(0, rest.size() - credit.size());
    if (absl::StartsWith(credit, "/") || before.empty()) return true;
    if (absl::EndsWith(before, "via ")) return true;
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    if (!before.empty() && absl::StrContains(".|/([-\"", before.back())) return true;
  }
  return false;
}

bool IsTableNote(absl::string_view text) {
  if (text.size() > 160) return false;
  const std::string folded = Fold(text);
  for (absl::string_view scale : kScales) {
    if (absl::StrContains(folded, std::string("in ").append(scale.data(), scale.size()))) return true;
  }
  for (absl::string_view mark : {"($m)", "(£m)", "(€m)", "($bn)", "(£bn)", "(€bn)", "($ million)", "(£ million)",
                                 "(€ million)", "figures in ", "amounts in ", "values in ", "in us$", "usd million"}) {
    if (absl::StrContains(folded, mark)) return true;
  }
  return false;
}

}  // namespace crosscheck
