// SPDX-License-Identifier: EUPL-1.2
#include "feature/calc/evidence.hpp"

#include "feature/calc/evidence_groups.hpp"
#include "feature/calc/evidence_pool.hpp"
#include "feature/calc/evidence_size.hpp"
#include "feature/calc/evidence_steps.hpp"
#include "feature/calc/evidence_studies.hpp"

namespace wf::calc {

std::vector<web::Command> evidence_commands()
{
    using web::NeedsStore;
    std::string const spreads = "[--method reml|dl|pm|ml|eb|sj|he|hs|fixed] ";
    std::string const methods = spreads + "[--test z|knha]";
    return {
        {"calc evidence effect-size",
         "FILE --measure rr|or|rd --ai C --bi C --ci C --di C | smd|md --m1 C --sd1 C --n1 C --m2 C --sd2 C --n2 C | smcc --m1 C "
         "--m2 C --sd1 C --sd2 C --n C --r C",
         "What each study found as one number (yi) with its sampling variance (vi)",
         with_common_options({"measure", "ai", "bi", "ci", "di", "m1", "sd1", "n1", "m2", "sd2", "n2", "n", "r"}),
         run_effect_size, NeedsStore::no},
        {"calc evidence pool",
         "FILE --effect C --variance C " + spreads + "[--test z|knha|profile] [--moderators a,b] [--no-intercept]",
         "What studies say together, how much they differ, and what to expect in a next place",
         with_study_options({"method", "test", "moderators", "no-intercept"}), run_pool, NeedsStore::no},
        {"calc evidence transfer",
         "FILE --effect C --variance C --benefit higher|lower [--moderators a,b --at a=1,b=2] [--method ...] [--test knha|z|profile]",
         "What to expect of the next place, and the chance that it helps there",
         with_study_options({"method", "test", "moderators", "no-intercept", "at", "benefit"}), run_transfer,
         NeedsStore::no},
        {"calc evidence leave-one-out", "FILE --effect C --variance C " + methods,
         "Does the pooled answer hang on one study?", with_study_options({"method", "test"}), run_leave_one_out,
         NeedsStore::no},
        {"calc evidence cumulative", "FILE --effect C --variance C --order C " + methods,
         "How the pooled answer grew as studies came in", with_study_options({"method", "test", "order"}),
         run_cumulative, NeedsStore::no},
        {"calc evidence bias", "FILE --effect C --variance C",
         "Do small studies find something else (Egger), and what if those that seem missing were there (trim and fill)?",
         with_study_options({}), run_bias, NeedsStore::no},
        {"calc evidence multilevel",
         "FILE --effect C --variance C --levels outer,inner [--moderators a,b] [--no-intercept] [--robust cr1|cr2 --cluster C]",
         "Studies in groups in groups: what they say together, and how much differs at each level",
         with_study_options({"levels", "moderators", "no-intercept", "robust", "cluster"}), run_multilevel,
         NeedsStore::no},
        {"calc evidence robust",
         "FILE --effect C --variance C --cluster C [--model corr|hier] [--rho 0.8] [--moderators a,b] [--no-intercept]",
         "Several effects from one study: standard errors that hold although nobody knows how these hang together",
         with_study_options({"cluster", "model", "rho", "moderators", "no-intercept"}), run_robust, NeedsStore::no},
    };
}

} // namespace wf::calc
