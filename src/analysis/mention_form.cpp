#include "analysis/mention_form.hpp"

#include "analysis/code_points.hpp"

namespace relata {

MentionForm mention_form(const Word& head) {
  switch (head.upos) {
    case Upos::kPropn:
      return MentionForm::kName;
    case Upos::kPron:
      return MentionForm::kPronoun;
    case Upos::kDet:
      return feature(head, "Poss") == "Yes" ? MentionForm::kPronoun : MentionForm::kNominal;
    case Upos::kAdj:
      return !head.form.empty() && is_upper(to_code_points(head.form).front())
                 ? MentionForm::kAdjective
                 : MentionForm::kNominal;
    default:
      return MentionForm::kNominal;
  }
}

}  // namespace relata
