#ifndef CROSSCHECK_DOCUMENT_HTML_MARKUP_H_
#define CROSSCHECK_DOCUMENT_HTML_MARKUP_H_

#include <gumbo.h>

#include <cstdint>
#include <optional>

#include "crosscheck/document.h"

namespace crosscheck {

// What an element does to the text inside it.
enum class Markup : uint8_t {
  kInline,       // nothing
  kSkip,         // no text of the page
  kBlock,        // begins and ends a block
  kProse,        // a paragraph
  kZone,         // a block of the zone of its row
  kBoilerplate,  // a block that is no part of the article
  kBreak,
  kTable,
  kRow,
  kCell,
  kHeadCell,
  kTerm,     // dt
  kDetails,  // dd
  kList,     // dl
};

struct TagRow {
  GumboTag tag;
  Markup markup;
  Zone zone = Zone::kParagraph;
};

// The row of a tag; kInline for those that have none.
const TagRow& RowOfTag(GumboTag tag);

// The zone that class and id of an element name: kDek, kByline, kCaption or kBoilerplate; nullopt for other names.
std::optional<Zone> ZoneOfNames(const GumboElement& element);

// Not shown: the hidden attribute, "display: none".
bool IsHidden(const GumboElement& element);

}  // namespace crosscheck

#endif  // CROSSCHECK_DOCUMENT_HTML_MARKUP_H_
