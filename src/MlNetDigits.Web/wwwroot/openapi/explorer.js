// Nothing is asked of other machines: no validator, and no address from this page's query.
SwaggerUIBundle({
  url: '/openapi/v1.json',
  domNode: document.querySelector('#explorer'),
  deepLinking: true,
  validatorUrl: 'none',
  queryConfigEnabled: false,
  tryItOutEnabled: true,
});
