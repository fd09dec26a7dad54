// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <vector>

#include "app/window/Workbench.h"

class QGridLayout;
class QVBoxLayout;

namespace app {

struct RecentProject;
struct RecoveryOffer;

/// What is seen while no project is open: work that waits for recovery, the sample, a new project, what was open
/// before. GUI thread.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(Workbench& workbench, QWidget* parent = nullptr);
    /// Looks anew for recent projects and for work that waits.
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeStart();
    QWidget* makeNews();
    QWidget* offerCard(const RecoveryOffer& offer);
    QWidget* recentCard(const RecentProject& project);
    void askToDiscard(const RecoveryOffer& offer);
    void fillOffers();
    void fillRecent();
    void placeCards();

    Workbench& m_workbench;
    QVBoxLayout* m_offers;
    QWidget* m_recentTitle;
    QGridLayout* m_recent;
    std::vector<QWidget*> m_cards;
    int m_columns = 0;
};

}  // namespace app
