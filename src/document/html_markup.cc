#include "document/html_markup.h"

#include <array>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {

namespace {

// One row a tag.
constexpr TagRow kTags[] = {
    {GUMBO_TAG_SCRIPT, Markup::kSkip},
    {GUMBO_TAG_STYLE, Markup::kSkip},
    {GUMBO_TAG_TEMPLATE, Markup::kSkip},
    {GUMBO_TAG_NOSCRIPT, Markup::kSkip},
    {GUMBO_TAG_IFRAME, Markup::kSkip},
    {GUMBO_TAG_OBJECT, Markup::kSkip},
    {GUMBO_TAG_EMBED, Markup::kSkip},
    {GUMBO_TAG_VIDEO, Markup::kSkip},
    {GUMBO_TAG_AUDIO, Markup::kSkip},
    {GUMBO_TAG_CANVAS, Markup::kSkip},
    {GUMBO_TAG_SVG, Markup::kSkip},
    {GUMBO_TAG_SELECT, Markup::kSkip},
    {GUMBO_TAG_TEXTAREA, Markup::kSkip},
    {GUMBO_TAG_DEL, Markup::kSkip},
    {GUMBO_TAG_S, Markup::kSkip},
    {GUMBO_TAG_STRIKE, Markup::kSkip},
    {GUMBO_TAG_RT, Markup::kSkip},
    {GUMBO_TAG_RP, Markup::kSkip},
    {GUMBO_TAG_HEAD, Markup::kBlock},
    {GUMBO_TAG_BODY, Markup::kBlock},
    {GUMBO_TAG_HTML, Markup::kBlock},
    {GUMBO_TAG_ARTICLE, Markup::kBlock},
    {GUMBO_TAG_MAIN, Markup::kBlock},
    {GUMBO_TAG_SECTION, Markup::kBlock},
    {GUMBO_TAG_DIV, Markup::kBlock},
    {GUMBO_TAG_CENTER, Markup::kBlock},
    {GUMBO_TAG_DETAILS, Markup::kBlock},
    {GUMBO_TAG_SUMMARY, Markup::kBlock},
    {GUMBO_TAG_FIELDSET, Markup::kBlock},
    {GUMBO_TAG_LEGEND, Markup::kBlock},
    {GUMBO_TAG_FIGURE, Markup::kBlock},
    {GUMBO_TAG_HEADER, Markup::kBlock},
    {GUMBO_TAG_HGROUP, Markup::kBlock},
    {GUMBO_TAG_HR, Markup::kBlock},
    {GUMBO_TAG_OL, Markup::kBlock},
    {GUMBO_TAG_UL, Markup::kBlock},
    {GUMBO_TAG_DIR, Markup::kBlock},
    {GUMBO_TAG_PRE, Markup::kBlock},
    {GUMBO_TAG_P, Markup::kProse},
    {GUMBO_TAG_H1, Markup::kZone, Zone::kHeading},
    {GUMBO_TAG_H2, Markup::kZone, Zone::kHeading},
    {GUMBO_TAG_H3, Markup::kZone, Zone::kHeading},
    {GUMBO_TAG_H4, Markup::kZone, Zone::kHeading},
    {GUMBO_TAG_H5, Markup::kZone, Zone::kHeading},
    {GUMBO_TAG_H6, Markup::kZone, Zone::kHeading},
    {GUMBO_TAG_TITLE, Markup::kZone, Zone::kTitle},
    {GUMBO_TAG_LI, Markup::kZone, Zone::kListItem},
    {GUMBO_TAG_BLOCKQUOTE, Markup::kZone, Zone::kQuotation},
    {GUMBO_TAG_FIGCAPTION, Markup::kZone, Zone::kCaption},
    {GUMBO_TAG_CAPTION, Markup::kZone, Zone::kCaption},
    {GUMBO_TAG_ADDRESS, Markup::kZone, Zone::kByline},
    {GUMBO_TAG_TIME, Markup::kZone, Zone::kByline},
    {GUMBO_TAG_NAV, Markup::kBoilerplate},
    {GUMBO_TAG_ASIDE, Markup::kBoilerplate},
    {GUMBO_TAG_FOOTER, Markup::kBoilerplate},
    {GUMBO_TAG_FORM, Markup::kBoilerplate},
    {GUMBO_TAG_BUTTON, Markup::kBoilerplate},
    {GUMBO_TAG_MENU, Markup::kBoilerplate},
    {GUMBO_TAG_BR, Markup::kBreak},
    {GUMBO_TAG_TABLE, Markup::kTable},
    {GUMBO_TAG_THEAD, Markup::kBlock},
    {GUMBO_TAG_TBODY, Markup::kBlock},
    {GUMBO_TAG_TFOOT, Markup::kBlock},
    {GUMBO_TAG_TR, Markup::kRow},
    {GUMBO_TAG_TD, Markup::kCell},
    {GUMBO_TAG_TH, Markup::kHeadCell},
    {GUMBO_TAG_DL, Markup::kList},
    {GUMBO_TAG_DT, Markup::kTerm},
    {GUMBO_TAG_DD, Markup::kDetails},
};

struct NameRow {
  absl::string_view words;  // of a class or id, spaces between
  Zone zone;
};

constexpr NameRow kNames[] = {
    {"dek", Zone::kDek},
    {"deck", Zone::kDek},
    {"standfirst", Zone::kDek},
    {"subtitle", Zone::kDek},
    {"subhead", Zone::kDek},
    {"subheadline", Zone::kDek},
    {"subhed", Zone::kDek},
    {"sub title", Zone::kDek},
    {"sub headline", Zone::kDek},
    {"article summary", Zone::kDek},
    {"byline", Zone::kByline},
    {"author", Zone::kByline},
    {"authors", Zone::kByline},
    {"dateline", Zone::kByline},
    {"date", Zone::kByline},
    {"timestamp", Zone::kByline},
    {"pubdate", Zone::kByline},
    {"published", Zone::kByline},
    {"publish date", Zone::kByline},
    {"read time", Zone::kByline},
    {"reading time", Zone::kByline},
    {"article meta", Zone::kByline},
    {"post meta", Zone::kByline},
    {"entry meta", Zone::kByline},
    {"caption", Zone::kCaption},
    {"credit", Zone::kCaption},
    {"photo credit", Zone::kCaption},
    {"nav", Zone::kBoilerplate},
    {"navbar", Zone::kBoilerplate},
    {"navigation", Zone::kBoilerplate},
    {"menu", Zone::kBoilerplate},
    {"topbar", Zone::kBoilerplate},
    {"top bar", Zone::kBoilerplate},
    {"breadcrumb", Zone::kBoilerplate},
    {"breadcrumbs", Zone::kBoilerplate},
    {"share", Zone::kBoilerplate},
    {"sharing", Zone::kBoilerplate},
    {"social", Zone::kBoilerplate},
    {"related", Zone::kBoilerplate},
    {"newsletter", Zone::kBoilerplate},
    {"promo", Zone::kBoilerplate},
    {"subscribe", Zone::kBoilerplate},
    {"subscription", Zone::kBoilerplate},
    {"signup", Zone::kBoilerplate},
    {"sign up", Zone::kBoilerplate},
    {"cookie", Zone::kBoilerplate},
    {"cookies", Zone::kBoilerplate},
    {"consent", Zone::kBoilerplate},
    {"gdpr", Zone::kBoilerplate},
    {"comments", Zone::kBoilerplate},
    {"comment list", Zone::kBoilerplate},
    {"comment respond", Zone::kBoilerplate},
    {"respond", Zone::kBoilerplate},
    {"disqus", Zone::kBoilerplate},
    {"footer", Zone::kBoilerplate},
    {"sidebar", Zone::kBoilerplate},
    {"ad", Zone::kBoilerplate},
    {"ads", Zone::kBoilerplate},
    {"advert", Zone::kBoilerplate},
    {"advertisement", Zone::kBoilerplate},
    {"sponsored", Zone::kBoilerplate},
    {"recommended", Zone::kBoilerplate},
    {"recommendations", Zone::kBoilerplate},
    {"trending", Zone::kBoilerplate},
    {"popular", Zone::kBoilerplate},
    {"most read", Zone::kBoilerplate},
    {"read next", Zone::kBoilerplate},
    {"read more", Zone::kBoilerplate},
    {"more stories", Zone::kBoilerplate},
    {"paywall", Zone::kBoilerplate},
    {"popup", Zone::kBoilerplate},
    {"modal", Zone::kBoilerplate},
    {"skip link", Zone::kBoilerplate},
    {"tags", Zone::kBoilerplate},
    {"copyright", Zone::kBoilerplate},
    {"masthead", Zone::kBoilerplate},
    {"pagination", Zone::kBoilerplate},
};

// Words after which "share" and the like name a subject and not a button: "share-price".
constexpr absl::string_view kSubjects[] = {" share price ", " share prices ", " share data ", " social security ",
                                           " social care ", " ad revenue ",   " ad spend "};

const char* Attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

// " most read box " of "most-read_box".
std::string SpacedNames(const GumboElement& element) {
  std::string names = " ";
  for (const char* key : {"class", "id", "role"}) {
    const char* value = Attribute(element, key);
    if (value == nullptr) continue;
    for (const char* c = value; *c != '\0'; ++c) {
      const auto byte = static_cast<unsigned char>(*c);
      if (absl::ascii_isalnum(byte)) {
        names.push_back(absl::ascii_tolower(byte));
      } else if (names.back() != ' ') {
        names.push_back(' ');
      }
    }
    if (names.back() != ' ') names.push_back(' ');
  }
  return names;
}

}  // namespace

const TagRow& RowOfTag(GumboTag tag) {
  static const auto* const rows = [] {
    auto* made = new std::array<TagRow, GUMBO_TAG_LAST + 1>();
    for (int i = 0; i <= GUMBO_TAG_LAST; ++i) (*made)[i] = {static_cast<GumboTag>(i), Markup::kInline};
    for (const TagRow& row : kTags) (*made)[row.tag] = row;
    return made;
  }();
  return (*rows)[tag];
}

std::optional<Zone> ZoneOfNames(const GumboElement& element) {
  if (element.attributes.length == 0) return std::nullopt;
  const std::string names = SpacedNames(element);
  if (names.size() < 3) return std::nullopt;
  if (absl::StrContains(names, " complementary ") || absl::StrContains(names, " contentinfo "))
    return Zone::kBoilerplate;
  for (absl::string_view subject : kSubjects) {
    if (absl::StrContains(names, subject)) return std::nullopt;
  }
  for (const NameRow& row : kNames) {
    if (absl::StrContains(names, absl::StrCat(" ", row.words, " "))) return row.zone;
  }
  return std::nullopt;
}

bool IsHidden(const GumboElement& element) {
  if (element.attributes.length == 0) return false;
  if (Attribute(element, "hidden") != nullptr) return true;
  const char* style = Attribute(element, "style");
  if (style == nullptr) return false;
  std::string plain = absl::AsciiStrToLower(style);
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  return absl::StrContains(plain, "display:none");
}

}  // namespace crosscheck
