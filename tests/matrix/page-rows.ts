/** Every page by its path, with who may open it and who may send its form; "-" where it has none. The root is around them all. */
export const PAGES = `
  (root)                              public                         -
  /                                   public                         public
  /services                           public                         public
  /search                             public                         -
  /instructors/:id                    public                         -
  /instructors/:id/book               public                         public
  /lessons                            view_own_bookings              -
  /lessons/:id/:move?                 signed_in                      signed_in
  /login                              guest                          guest
  /signup                             guest                          guest
  /logout                             public                         public
  /forgot-password                    public                         public
  /reset-password                     public                         public
  /verify-email                       public                         public
  /account                            signed_in                      signed_in
  /account/sessions                   signed_in                      signed_in
  /account/confirm                    signed_in                      signed_in
  /account/calendar                   view_own_bookings              view_own_bookings
  /account/integrations               signed_in                      signed_in
  /account/integrations/webhooks/:id  manage_instructor_profile      manage_instructor_profile
  /account/privacy                    signed_in                      signed_in
  /account/privacy/export             signed_in                      -
  /account/privacy/delete             delete_own_account             delete_own_account
  /goodbye                            guest                          -
  /teach                              signed_in                      -
  /teach/onboarding                   signed_in                      signed_in
  /teach/profile                      manage_instructor_profile      manage_instructor_profile
  /teach/offerings                    manage_services                -
  /teach/offerings/new                manage_services                manage_services
  /teach/offerings/:id                manage_services                manage_services
  /teach/availability                 manage_availability            manage_availability
  /teach/bookings                     view_incoming_bookings         -
  /teach/bookings/:id                 view_incoming_bookings         -
  /teach/status                       suspend_own_instructor_account suspend_own_instructor_account
  /teach/closed                       guest                          -
  /privacy                            public                         public
  /terms                              public                         -
  /status                             public                         -
  /offline                            public                         -
  /sitemap.xml                        public                         -
  /sitemap-pages.xml                  public                         -
  /sitemap-instructors.xml            public                         -
  /llms.txt                           public                         -
  /md/services                        public                         -
  /md/search                          public                         -
  /md/instructors/:id                 public                         -
  /developers                         public                         -
  /developers/reference/:section      public                         -
  /developers/widget                  public                         -
  /robots.txt                         public                         -
  /dev/components                     public                         -
  /dev/mailbox                        public                         -
  /dev/mailbox/:id                    public                         -
  /dev/mailbox/:id/html               public                         -
  /admin/users                        view_all_users                 -
  /admin/users/:id                    view_all_users                 manage_users|manage_roles|manage_permissions
  /admin/announcements                moderate_content               moderate_content
  /admin/announcements/new            moderate_content               moderate_content
  /admin/announcements/:id            moderate_content               moderate_content
  /admin/analytics/search             view_system_analytics          -
  /admin/analytics/cache              access_monitoring              -
  /admin/analytics/database           access_monitoring              -
  /admin/analytics/queues             access_monitoring              -
  /admin/analytics/alerts             access_monitoring              access_monitoring
  /*                                  public                         public
`;

/**
 * What each access shows to each person: the page ("in"), the way to sign in, the way on for those who
 * are signed in already, or that it is not theirs to see.
 */
export const ACCESSES = `
  guest stu stu2 ins ins2 admin sus.stu sus.ins gone
  in    in  in   in  in   in    in      in      in    public
  in    on  on   on  on   on    on      on      in    guest
  login in  in   in  in   in    in      in      login signed_in
  login in  in   in  in   in    in      in      login view_own_bookings
  login in  in   in  in   in    in      in      login delete_own_account
  login 403 403  in  in   in    403     in      login manage_instructor_profile
  login 403 403  in  in   in    403     in      login manage_services
  login 403 403  in  in   in    403     in      login manage_availability
  login 403 403  in  in   in    403     in      login view_incoming_bookings
  login 403 403  in  in   in    403     in      login suspend_own_instructor_account
  login 403 403  403 403  in    403     403     login view_all_users
  login 403 403  403 403  in    403     403     login manage_users|manage_roles|manage_permissions
  login 403 403  403 403  in    403     403     login moderate_content
  login 403 403  403 403  in    403     403     login view_system_analytics
  login 403 403  403 403  in    403     403     login access_monitoring
`;
