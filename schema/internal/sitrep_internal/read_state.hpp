#pragma once

#include <xapian.h>

// Whether what was read of a database is of one state. Only the libraries include this.
namespace sitrep::schema {

/// False if something was committed since the database was opened or reopened. From then on a
/// writer may put other blocks in the place of those that this state needs. Xapian notices a whole
/// block of another state, but not one that is half written when it is read: then a report seems to
/// be missing or empty, or its values belong to another state. So what was read counts only if
/// this holds afterwards. If not, the object should go: Xapian leaves it half moved when it fails.
[[nodiscard]] inline bool has_stayed(Xapian::Database& database) {
    try {
        return !database.reopen();
    } catch (const Xapian::Error&) {
        return false;
    }
}

}  // namespace sitrep::schema
